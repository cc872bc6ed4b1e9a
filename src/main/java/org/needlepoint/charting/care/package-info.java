/// What happens at a visit beside the needles: response and reaction, other treatment with its minutes, infection
/// control.
@NullMarked
package org.needlepoint.charting.care;

import org.jspecify.annotations.NullMarked;
