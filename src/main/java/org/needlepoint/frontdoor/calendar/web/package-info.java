/// The pages of the front desk's calendar.
@NullMarked
package org.needlepoint.frontdoor.calendar.web;

import org.jspecify.annotations.NullMarked;
