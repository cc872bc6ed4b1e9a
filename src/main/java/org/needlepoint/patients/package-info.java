/// Who is in care: demographics, how to find and reach a patient, provisional patients and their links to charts.
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "keys", "practice", "identity"})
@NullMarked
package org.needlepoint.patients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
