/// The body map as shapes and lines: where zones and muscles lie, and what a straight needle meets in the reference
/// body.
@NamedInterface("atlas")
@NullMarked
package org.needlepoint.anatomy.atlas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
