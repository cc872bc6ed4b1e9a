/// The next visit, booked from the chart in two taps.
@NullMarked
package org.needlepoint.charting.rebook;

import org.jspecify.annotations.NullMarked;
