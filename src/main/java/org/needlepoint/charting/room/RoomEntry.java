package org.needlepoint.charting.room;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;

/// Something that was said about who is in the room.
///
/// @param name       of a chaperone, student or observer; null for the others
/// @param trainee    who treats under supervision; null for all but that
/// @param supervisor who supervises them
/// @param struck     whether it was entered in error
/// @param answer     what the supervisor who is named said to it; null: nothing yet, or nobody is named
public record RoomEntry(
        UUID id,
        Kind kind,
        @Nullable String name,
        @Nullable PractitionerId trainee,
        @Nullable PractitionerId supervisor,
        Instant at,
        UUID by,
        boolean struck,
        @Nullable Answer answer) {
    /// What a supervisor says of a supervision in which somebody named them.
    public enum Answer {
        CONFIRMED,
        DECLINED;

        /// As stored: `confirmed`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Answer of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// Whether a supervisor is named who has not said anything to it.
    public boolean waits() {
        return supervisor != null && answer == null;
    }

    /// What was said.
    public enum Kind {
        /// Offered, and the patient wants none.
        CHAPERONE_DECLINED,
        /// Offered, and somebody is there.
        CHAPERONE_PRESENT,
        /// Learns, with the patient's consent for this visit.
        STUDENT,
        /// Watches, with the patient's consent for this visit.
        OBSERVER,
        /// The patient does not want a student or observer.
        VISITOR_REFUSED,
        /// A trainee treats while a supervisor is in the room.
        SUPERVISION,
        /// Nobody treats under supervision any longer.
        SUPERVISION_ENDED;

        /// As stored: `chaperone-declined`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        boolean ofChaperone() {
            return this == CHAPERONE_DECLINED || this == CHAPERONE_PRESENT;
        }
    }
}
