/// Whether it works: pain scores before, after and between visits.
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
            "patients",
            "intake",
            "scheduling",
            "charting",
            "charting :: ledger",
            "charting :: needling"
        })
@NullMarked
package org.needlepoint.outcomes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
