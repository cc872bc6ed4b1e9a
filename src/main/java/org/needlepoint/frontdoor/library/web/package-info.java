/// The pages of the library.
@NullMarked
package org.needlepoint.frontdoor.library.web;

import org.jspecify.annotations.NullMarked;
