package org.needlepoint.intake;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.intake.Said.Given;

/// The answer to "has anything changed since that day?".
///
/// @param since   the time of the answers that it is about
/// @param changes what has changed; all of it when somebody is not sure, nothing with a no
public record ChangeReport(Given given, Set<Change> changes, UUID visit, Instant since, Instant at, Asked asked) {
    public ChangeReport {
        changes = Set.copyOf(changes);
        if ((given == Given.NO) != changes.isEmpty()) {
            throw new IllegalArgumentException("a no names no change, anything else names one: " + given + changes);
        }
    }

    /// What was said, before it is known when and by whom.
    public record Told(Given given, Set<Change> changes) {
        public static final Told NOTHING = new Told(Given.NO, Set.of());
        public static final Told UNSURE = new Told(Given.UNSURE, EnumSet.allOf(Change.class));

        public Told {
            changes = Set.copyOf(changes);
        }

        /// Something has changed.
        ///
        /// @param changes one at least
        public static Told yes(Set<Change> changes) {
            return new Told(Given.YES, changes);
        }

        /// What it answers to a question about what came since the last visit.
        Said to(String question) {
            var meant = switch (question) {
                case Holding.MEDICINE_CHANGE -> Set.of(Change.MEDICINES);
                case Holding.HEALTH_CHANGE -> Set.of(Change.ILLNESS, Change.PREGNANCY, Change.IMPLANT, Change.SURGERY);
                default -> Set.of(Change.REACTION);
            };
            return Collections.disjoint(meant, changes) ? Said.NO : new Said(given, List.of());
        }
    }

    boolean touches(Set<Change> some) {
        return !Collections.disjoint(changes, some);
    }
}
