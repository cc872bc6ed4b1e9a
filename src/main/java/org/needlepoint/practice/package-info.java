/// Practices, their locations, time zones and settings, and the scope that ties every transaction to one practice.
@ApplicationModule(allowedDependencies = {"shared", "database", "audit"})
@NullMarked
package org.needlepoint.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
