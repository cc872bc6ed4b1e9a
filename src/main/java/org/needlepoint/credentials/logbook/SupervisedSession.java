package org.needlepoint.credentials.logbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.entitlement.Jurisdiction;

/// A session that a practitioner in training did with an instructor in the room.
///
/// @param visit    the visit at which it was; null: noted by hand
/// @param held     in the zone of the place
/// @param what     muscles and needles, never a patient; 1..500 characters
/// @param signings what the instructor said of it, the latest last
public record SupervisedSession(
        UUID id,
        PractitionerId trainee,
        PractitionerId instructor,
        @Nullable UUID visit,
        Jurisdiction jurisdiction,
        LocalDate held,
        String what,
        List<Signing> signings) {
    /// What an instructor says.
    public enum Outcome {
        ACCEPTED,
        NEEDS_MORE;

        /// As stored: `needs-more`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// What an instructor said, and when. A later one stands in its place.
    ///
    /// @param word what is missing, or praise; null: nothing was added
    public record Signing(Outcome outcome, @Nullable String word, LocalDate on) {}

    public SupervisedSession {
        if (trainee.equals(instructor)) {
            throw new IllegalArgumentException("nobody instructs themselves");
        }
        if (what.isBlank() || what.length() > 500) {
            throw new IllegalArgumentException("a session says what was done, in 1..500 characters");
        }
        signings = List.copyOf(signings);
    }

    /// What stands; empty: it waits for the instructor.
    public Optional<Signing> standing() {
        return signings.isEmpty() ? Optional.empty() : Optional.of(signings.getLast());
    }

    /// Whether it counts.
    public boolean counts() {
        return standing().filter(it -> it.outcome() == Outcome.ACCEPTED).isPresent();
    }
}
