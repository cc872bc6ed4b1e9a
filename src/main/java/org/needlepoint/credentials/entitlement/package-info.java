/// Who may needle where: what was read, the rule that an owner confirmed, what a practitioner has, and the answer.
@NamedInterface("entitlement")
@NullMarked
package org.needlepoint.credentials.entitlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
