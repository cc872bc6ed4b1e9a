/// The pages for signing in, and the guard in front of every route.
@NullMarked
package org.needlepoint.identity.web;

import org.jspecify.annotations.NullMarked;
