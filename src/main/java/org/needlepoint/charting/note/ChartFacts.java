package org.needlepoint.charting.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.NotePart;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer.Given;

/// What the chart says about a visit: all that its note is written from. Names of places, muscles and techniques are in
/// the language of the note already; the sentences are [NoteProse]'s.
///
/// @param day      of the visit: times of another day are told with their date
/// @param inPerson whether needling was possible at all: of a consult by phone the note does not tell what was not done
/// @param marks what the patient marked, worst first, such as "Right shoulder blade 6/10"
/// @param nextVisit the start of the next booked visit; null when none is booked
record ChartFacts(
        LocalDate day,
        boolean inPerson,
        List<String> marks,
        RedFlags redFlags,
        Screened screened,
        Consented consented,
        Optional<Needling> needling,
        List<NotePart.Section> parts,
        @Nullable Instant nextVisit) {
    ChartFacts {
        marks = List.copyOf(marks);
        parts = List.copyOf(parts);
    }

    /// The red-flag questions of the booking.
    ///
    /// @param reported the answers that matter
    record RedFlags(boolean asked, List<RedFlag> reported) {
        RedFlags {
            reported = List.copyOf(reported);
        }
    }

    /// One answer that matters.
    record RedFlag(String ask, Given answer) {}

    /// How the safety screening of the visit stands.
    sealed interface Screened {
        record NotAsked() implements Screened {}

        record Incomplete() implements Screened {}

        /// Something new was reported, and nobody has reviewed it.
        record Suspended(List<Reason> reasons) implements Screened {
            public Suspended {
                reasons = List.copyOf(reasons);
            }
        }

        /// Every question has an answer.
        ///
        /// @param reasons the worst first; empty when nothing was reported
        record Asked(Result result, Instant at, List<Reason> reasons) implements Screened {
            public Asked {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /// What the answers say about needling.
    enum Result {
        NOTHING_REPORTED,
        WEIGH,
        STOP_IN_REGION,
        STOP
    }

    /// One answer of the screening.
    ///
    /// @param where the places in words; null when it is about no place
    record Reason(String ask, boolean unsure, @Nullable String where) {}

    /// How the consent to needling stands.
    sealed interface Consented {
        record NoneOnRecord() implements Consented {}

        /// Given, for the course of treatment.
        ///
        /// @param confirmed whether it was given or confirmed aloud at this visit
        record Given(Instant at, boolean confirmed) implements Consented {}

        /// Signed, and not enough for a minor.
        ///
        /// @param why in keys of texts
        record NotEnough(String why) implements Consented {}

        record Refused(Instant at) implements Consented {}

        record Withdrawn(Instant at) implements Consented {}

        /// What is kept is not what was signed.
        record Altered() implements Consented {}
    }
}
