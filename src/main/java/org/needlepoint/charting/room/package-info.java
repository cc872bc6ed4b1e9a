/// Who is in the room at a visit besides the patient and the practitioner (rule W7).
@NamedInterface("room")
@NullMarked
package org.needlepoint.charting.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
