/// Practitioners: who treats, with which profession and title, in which languages.
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "practice"})
@NullMarked
package org.needlepoint.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
