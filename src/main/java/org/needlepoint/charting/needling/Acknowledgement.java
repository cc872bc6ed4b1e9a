package org.needlepoint.charting.needling;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Hazard;
import org.needlepoint.charting.SessionId;
import org.needlepoint.shared.Laterality;

/// What a practitioner weighed and went on with.
///
/// @param region    a word of the vocabulary `muscle-region`; [#EVERYWHERE] for what concerns the whole person
/// @param classes   of the hazards acknowledged; empty for the other kinds
/// @param subjects  ids of the screening or red-flag questions, or classes of the hazards, that were acknowledged
/// @param factsHash of the screening as it was, another one makes it void; of red signs, what was found
/// @param reason    in a word; null where a tick is enough
record Acknowledgement(
        SessionId session,
        Kind kind,
        String region,
        Laterality side,
        Set<Hazard.Kind> classes,
        Set<String> subjects,
        String factsHash,
        @Nullable String reason,
        Instant at,
        UUID by) {
    static final String EVERYWHERE = "everywhere";

    /// What was weighed.
    enum Kind {
        HAZARDS,
        SCREENING,
        STOP_IN_REGION,
        BOTH_SIDES_OF_THORAX,
        RED_FLAGS,
        RED_SIGNS,
        CAME_UNWELL,
        NO_REFERRAL;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    Acknowledgement {
        classes = Set.copyOf(classes);
        subjects = Set.copyOf(subjects);
    }
}
