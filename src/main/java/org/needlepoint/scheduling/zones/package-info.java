/// What becomes of bookings when a government changes its zone's rules: the promised local time is kept.
@NamedInterface("zones")
@NullMarked
package org.needlepoint.scheduling.zones;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
