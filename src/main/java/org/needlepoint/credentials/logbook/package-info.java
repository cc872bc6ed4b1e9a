/// The logbook of practitioners in training: supervised sessions, and what their instructors say of them.
@NamedInterface("logbook")
@NullMarked
package org.needlepoint.credentials.logbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
