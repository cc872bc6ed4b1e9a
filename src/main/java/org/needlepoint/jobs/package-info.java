/// Scheduled work as rows that nodes claim, and the practice scope of events on their way to listeners.
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "practice"})
@NullMarked
package org.needlepoint.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
