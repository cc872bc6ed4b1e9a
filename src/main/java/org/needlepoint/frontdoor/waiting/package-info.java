/// The waiting list as people meet it: told of a time, asked by a link, listed for staff.
@NullMarked
package org.needlepoint.frontdoor.waiting;

import org.jspecify.annotations.NullMarked;
