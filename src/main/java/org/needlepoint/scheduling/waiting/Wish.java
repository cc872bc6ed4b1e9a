package org.needlepoint.scheduling.waiting;

import java.time.Instant;
import java.util.Locale;
import org.needlepoint.patients.PatientId;

/// A wish on the waiting list.
///
/// @param version carried by forms, so that two people never overwrite each other
public record Wish(WishId id, PatientId patient, Wanted wanted, Instant joinedAt, State state, int version) {
    /// Where it stands.
    public enum State {
        WAITING,
        /// Asked so often without an answer that it is asked no more until somebody says that it still stands.
        UNANSWERED,
        /// An offered opening was taken.
        BOOKED,
        /// The patient or the staff took it off the list.
        WITHDRAWN;

        /// As tables and message keys write it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// Whether it is on the list.
    public boolean isListed() {
        return state == State.WAITING || state == State.UNANSWERED;
    }
}
