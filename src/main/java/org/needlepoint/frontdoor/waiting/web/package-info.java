/// The pages of the waiting list.
@NullMarked
package org.needlepoint.frontdoor.waiting.web;

import org.jspecify.annotations.NullMarked;
