/// Visits as calendar files (RFC 5545).
@NullMarked
package org.needlepoint.interop.ical;

import org.jspecify.annotations.NullMarked;
