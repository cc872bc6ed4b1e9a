package org.needlepoint.scheduling.waiting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.HoldId;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.ServiceId;

/// An opening that is kept for somebody on the waiting list until they answer or the time is over.
///
/// @param hold      what keeps it
/// @param tellAt    when they are told, never at night
/// @param expiresAt until when they may take it
public record OfferedOpening(
        OfferId id,
        WishId wish,
        PatientId patient,
        ServiceId service,
        HoldId hold,
        PractitionerId practitioner,
        UUID location,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        Instant tellAt,
        Instant expiresAt,
        State state) {
    /// What became of it.
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        /// The wish left the list meanwhile.
        WITHDRAWN;

        /// As tables and message keys write it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// Whether it can be taken now.
    public boolean isOpen(Instant now) {
        return state == State.OPEN && now.isBefore(expiresAt);
    }

    /// The opening, in the location's zone.
    public Opening opening() {
        return new Opening(practitioner, location, startsAt.atZone(zone), endsAt.atZone(zone));
    }
}
