/// What is asked, taught and agreed before needling: safety screening, education, consent.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "audit",
            "keys",
            "practice",
            "identity",
            "jobs",
            "notifications",
            "documents",
            "web",
            "anatomy",
            "credentials",
            "credentials :: entitlement",
            "patients"
        })
@NullMarked
package org.needlepoint.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
