/// Muscles, pain patterns, zones of the pain map, safety knowledge, and the pain locator that ranks muscles
/// for a drawing.
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package org.needlepoint.anatomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
