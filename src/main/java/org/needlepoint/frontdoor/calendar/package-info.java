/// The front desk's calendar: a day or a week side by side, and what the desk does there.
@NullMarked
package org.needlepoint.frontdoor.calendar;

import org.jspecify.annotations.NullMarked;
