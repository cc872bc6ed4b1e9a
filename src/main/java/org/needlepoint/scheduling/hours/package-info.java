/// A practice's hours as its owner keeps them: pasted weeks, days that differ, time off, and the visits that no longer
/// fit.
@NamedInterface("hours")
@NullMarked
package org.needlepoint.scheduling.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
