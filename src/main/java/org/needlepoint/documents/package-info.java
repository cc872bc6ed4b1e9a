/// Signed documents: the exact bytes that somebody signed, their seal, and their print.
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "keys"})
@NullMarked
package org.needlepoint.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
