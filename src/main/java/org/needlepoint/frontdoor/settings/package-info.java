/// What a practice's settings and its public hours are made of.
@NullMarked
package org.needlepoint.frontdoor.settings;

import org.jspecify.annotations.NullMarked;
