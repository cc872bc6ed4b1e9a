/// How often practitioners go on although something was put to them first, and why: for whoever answers for the
/// practice.
@NullMarked
package org.needlepoint.charting.overrides;

import org.jspecify.annotations.NullMarked;
