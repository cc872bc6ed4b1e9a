/// The append-only trail of who did what to which record, written in the caller's transaction and sealed in batches.
@ApplicationModule(allowedDependencies = {"shared", "database", "keys"})
@NullMarked
package org.needlepoint.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
