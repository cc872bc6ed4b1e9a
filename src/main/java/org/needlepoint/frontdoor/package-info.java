/// The pages people meet: a practice's public site, the pain page, booking and managing a visit, and the practice's
/// day. It composes what other modules know and owns no rule.
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
            "web",
            "anatomy",
            "anatomy :: atlas",
            "credentials",
            "credentials :: entitlement",
            "patients",
            "scheduling",
            "scheduling :: hours",
            "scheduling :: series",
            "scheduling :: waiting",
            "scheduling :: zones",
            "documents",
            "intake",
            "charting",
            "charting :: comfort",
            "charting :: ledger",
            "charting :: needling",
            "outcomes",
            "aftercare"
        })
@NullMarked
package org.needlepoint.frontdoor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
