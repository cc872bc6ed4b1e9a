package org.needlepoint.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;

/// Books a visit: appointment, occupancy, history, audit entry and event in one transaction.
@org.springframework.stereotype.Service
public class BookAppointment {
    /// For whom.
    public sealed interface Who {
        /// Somebody without a sign-in: becomes a provisional patient, never an existing chart.
        record Guest(Demographics demographics) implements Who {}

        /// A patient on record.
        record Known(PatientId patient) implements Who {}
    }

    /// What is wanted, in one step.
    public record Wish(ServiceId service, PractitionerId practitioner, UUID location, Instant start) {}

    /// Turns a hold into an appointment.
    public Booking fromHold(PracticeId practice, HoldId hold, Who who, PainReport pain, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /// Books without a hold, for staff and patients who are signed in. Staff (an account) may book inside the minimum
    /// notice.
    public Booking now(PracticeId practice, Wish wish, Who who, PainReport pain, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
