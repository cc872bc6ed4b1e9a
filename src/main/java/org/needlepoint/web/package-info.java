/// What every page and every answer shares: layout, form fragments, error pages, problems, and the panels of "today".
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "practice", "identity", "keys"})
@NullMarked
package org.needlepoint.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
