/// Where the data lives: the embedded or external PostgreSQL, its three roles, the migrations, and the scope without
/// which no statement runs.
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.needlepoint.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
