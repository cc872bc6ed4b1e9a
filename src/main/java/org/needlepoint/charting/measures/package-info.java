/// What is measured at a visit: coded, with unit, instrument and range, and compared with the time before.
@NullMarked
package org.needlepoint.charting.measures;

import org.jspecify.annotations.NullMarked;
