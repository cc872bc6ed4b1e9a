/// Services, hours, openings, holds and appointments; the occupancy that makes a double booking impossible.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "audit",
            "practice",
            "keys",
            "jobs",
            "notifications",
            "patients",
            "credentials"
        })
@NullMarked
package org.needlepoint.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
