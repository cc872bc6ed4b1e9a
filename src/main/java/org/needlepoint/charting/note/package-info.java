/// The note of a visit: written from the chart, edited, signed, added to.
@NullMarked
package org.needlepoint.charting.note;

import org.jspecify.annotations.NullMarked;
