/// Moving in: future visits from the list that another program wrote.
@NullMarked
package org.needlepoint.frontdoor.moving;

import org.jspecify.annotations.NullMarked;
