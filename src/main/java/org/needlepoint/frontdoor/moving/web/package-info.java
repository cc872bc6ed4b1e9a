/// The pages of moving in.
@NullMarked
package org.needlepoint.frontdoor.moving.web;

import org.jspecify.annotations.NullMarked;
