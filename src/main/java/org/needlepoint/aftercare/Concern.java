package org.needlepoint.aftercare;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.patients.PatientId;

/// An answer that means danger, on the practice's worklist until somebody closes it with a word.
///
/// @param visit   the appointment after which it was said
/// @param takenBy the account that has it in hand; null while nobody has
public record Concern(
        ConcernId id,
        ReportId report,
        PlanId plan,
        PatientId patient,
        UUID visit,
        Report.Level level,
        Instant raisedAt,
        State state,
        @Nullable UUID takenBy,
        List<Step> steps) {
    /// Where it stands.
    public enum State {
        OPEN,
        TAKEN,
        CLOSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// What was done about it.
    public enum Act {
        TAKEN,
        NOTED,
        CLOSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Act of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// One thing that somebody did.
    ///
    /// @param words what was done; null only for taking it
    /// @param by    the account
    public record Step(Act act, @Nullable String words, Instant at, UUID by) {}

    public Concern {
        steps = List.copyOf(steps);
    }
}
