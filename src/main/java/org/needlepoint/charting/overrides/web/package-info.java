/// The page of how often people go on, for owners and supervisors.
@NullMarked
package org.needlepoint.charting.overrides.web;

import org.jspecify.annotations.NullMarked;
