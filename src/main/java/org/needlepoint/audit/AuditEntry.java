package org.needlepoint.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the trail, before it gets its id and time. Ids only: no name, no text of the record.
///
/// @param action  what was done, as a verb in lower case: `viewed`, `booked`, `cancelled`, `signed-in`
/// @param subject the kind of thing: `patient`, `appointment`, `account`
public record AuditEntry(
        Actor actor,
        String action,
        String subject,
        UUID subjectId,
        @Nullable UUID patientId,
        @Nullable UUID visitId,
        Outcome outcome,
        @Nullable String reason) {
    /// Whether it was done or refused.
    public enum Outcome {
        DONE,
        DENIED
    }

    /// Something that was done to a thing that concerns no patient.
    public static AuditEntry of(Actor actor, String action, String subject, UUID subjectId) {
        return new AuditEntry(actor, action, subject, subjectId, null, null, Outcome.DONE, null);
    }

    /// The same, concerning a patient.
    public AuditEntry about(UUID patient) {
        return new AuditEntry(actor, action, subject, subjectId, patient, visitId, outcome, reason);
    }

    /// The same, within a visit (an appointment's id).
    public AuditEntry during(UUID visit) {
        return new AuditEntry(actor, action, subject, subjectId, patientId, visit, outcome, reason);
    }

    /// The same, refused.
    public AuditEntry denied(String why) {
        return new AuditEntry(actor, action, subject, subjectId, patientId, visitId, Outcome.DENIED, why);
    }
}
