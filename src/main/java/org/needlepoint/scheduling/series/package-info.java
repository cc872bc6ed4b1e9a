/// Visits in a rhythm: proposed one by one against what is free, booked together or not at all, cancelled together.
@NamedInterface("series")
@NullMarked
package org.needlepoint.scheduling.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
