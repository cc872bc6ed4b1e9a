/// The pages on which staff book visits in a rhythm.
@NullMarked
package org.needlepoint.frontdoor.series.web;

import org.jspecify.annotations.NullMarked;
