/// Mail and text messages to people: kept with the transaction that caused them, sent in neutral words.
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "keys", "practice", "identity", "jobs", "web"})
@NullMarked
package org.needlepoint.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
