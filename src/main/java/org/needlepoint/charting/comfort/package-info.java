/// What is to be known of a patient's comfort before the first needle: what they wish, and how they bore the last ones.
@NamedInterface("comfort")
@NullMarked
package org.needlepoint.charting.comfort;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
