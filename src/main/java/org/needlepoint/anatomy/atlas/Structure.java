package org.needlepoint.anatomy.atlas;

import java.util.Locale;
import org.needlepoint.shared.Laterality;

/// Something of the reference body that has a name: a muscle, a bone, or what a needle should not meet.
///
/// @param id   of this one, side included, such as `levator-scapulae-r`, or `bone:right scapula`
/// @param name the atlas's own, in English, without a side: `levator scapulae`
/// @param side midline for what has none
public record Structure(String id, String name, Laterality side, Kind kind, Atlas.Basis basis) {

    /// What it is. Cartilage and intervertebral disks count as bone: a needle stops at them.
    public enum Kind {
        MUSCLE,
        FASCIA,
        BONE,
        ARTERY,
        VEIN,
        NERVE,
        ORGAN,
        PLEURA;

        /// As keys of messages and styles write it: `artery`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether it is of those that a needle should not meet.
        public boolean hazard() {
            return switch (this) {
                case ARTERY, VEIN, NERVE, ORGAN, PLEURA -> true;
                case MUSCLE, FASCIA, BONE -> false;
            };
        }
    }

    /// What its shape rests on, as keys of messages and styles write it: `measured`. What is not measured is drawn
    /// dashed.
    public String basisWord() {
        return basis.name().toLowerCase(Locale.ROOT);
    }

    /// The name as a key of messages writes it: `spinal-canal-dural-sac`.
    public String nameKey() {
        return key(name);
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
