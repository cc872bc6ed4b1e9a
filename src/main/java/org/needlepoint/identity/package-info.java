/// People who sign in, their roles in each practice, who is acting now, and which route each of them may use.
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "keys", "practice"})
@NullMarked
package org.needlepoint.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
