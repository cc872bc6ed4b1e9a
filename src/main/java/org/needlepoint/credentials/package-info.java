/// Practitioners: who treats, with which profession and title, in which languages, and who of them may needle where.
@ApplicationModule(
        allowedDependencies = {"shared", "database", "audit", "practice", "identity", "web", "documents", "anatomy"})
@NullMarked
package org.needlepoint.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
