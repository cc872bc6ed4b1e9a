/// The key ring outside the database, and what it signs: links, seals, consents.
@ApplicationModule(allowedDependencies = {"shared", "database"})
@NullMarked
package org.needlepoint.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
