/// The edges where Needlepoint meets other systems' formats. They translate and decide nothing.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "audit",
            "keys",
            "practice",
            "identity",
            "notifications",
            "web",
            "credentials",
            "patients",
            "scheduling",
            "scheduling :: series"
        })
@NullMarked
package org.needlepoint.interop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
