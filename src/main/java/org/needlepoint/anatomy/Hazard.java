package org.needlepoint.anatomy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.needlepoint.shared.Texts;

/// A structure that a needle must not meet.
///
/// @param kind its class, by which acknowledgement is asked (rule C1)
public record Hazard(String id, @JsonProperty("class") Kind kind, Texts name, List<String> sources, Review review) {
    /// Classes of hazards.
    public enum Kind {
        LUNG,
        SPINE,
        GREAT_VESSEL,
        ORGAN,
        EYE,
        NERVE,
        VESSEL,
        JOINT;

        /// Whether a practitioner acknowledges it before needling near it.
        public boolean acknowledged() {
            return switch (this) {
                case LUNG, SPINE, GREAT_VESSEL, ORGAN, EYE -> true;
                case NERVE, VESSEL, JOINT -> false;
            };
        }
    }

    public Hazard {
        sources = List.copyOf(sources);
    }
}
