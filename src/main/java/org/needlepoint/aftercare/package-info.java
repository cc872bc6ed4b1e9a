/// The time after: instructions, check-ins, and what patients report. A check-in's pain score is kept by outcomes.
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
            "charting :: needling",
            "outcomes"
        })
@NullMarked
package org.needlepoint.aftercare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
