/// What signing in promises.
@NullMarked
package org.needlepoint.identity;

import org.jspecify.annotations.NullMarked;
