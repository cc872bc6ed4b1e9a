/// Values that every module speaks in: ids, texts in two languages, sides of the body, money.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.needlepoint.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
