/// The library: what is known about a muscle or a condition, written out for patients or for staff.
@NullMarked
package org.needlepoint.frontdoor.library;

import org.jspecify.annotations.NullMarked;
