/// The arithmetic of the pain locator: which few muscles explain a drawing as a whole. Numbers only; it knows neither
/// files nor Spring.
@NullMarked
package org.needlepoint.anatomy.locator;

import org.jspecify.annotations.NullMarked;
