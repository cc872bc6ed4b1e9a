/// The session record: the needle ledger with its gates, notes, signatures and addenda.
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
            "anatomy :: atlas",
            "credentials",
            "credentials :: entitlement",
            "credentials :: logbook",
            "patients",
            "intake",
            "scheduling"
        })
@NullMarked
package org.needlepoint.charting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
