/// The demonstration: five invented practices that a visitor can try, with sign-ins that work there only.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "audit",
            "practice",
            "identity",
            "web",
            "credentials",
            "credentials :: entitlement",
            "patients",
            "scheduling",
            "frontdoor",
            "intake",
            "charting",
            "charting :: ledger",
            "charting :: needling",
            "outcomes",
            "aftercare"
        })
@NullMarked
package org.needlepoint.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
