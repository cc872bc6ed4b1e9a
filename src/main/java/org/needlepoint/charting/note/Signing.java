package org.needlepoint.charting.note;

import java.util.List;
import org.needlepoint.charting.SessionId;
import org.needlepoint.documents.SignedDocumentId;
import org.needlepoint.scheduling.Appointment;

/// What became of a request to sign a visit's note.
public sealed interface Signing {
    /// Signed and locked; the visit is completed.
    record Signed(SignedDocumentId note) implements Signing {}

    /// Signed by somebody under supervision: a supervisor signs next, and only then is it released (rule W7).
    record AwaitsCoSignature(SignedDocumentId written) implements Signing {}

    /// It was signed before; what is to be added is an addendum.
    record AlreadySigned() implements Signing {}

    /// Refused: practitioners sign their own visits, supervisors everybody's.
    record NotThePractitioner() implements Signing {}

    /// Refused: the visit did not take place, or lies ahead.
    record VisitNotHeld(Appointment.Status status) implements Signing {}

    /// Refused: the session of the visit is not closed, or what arrived after it was closed has opened it again.
    record SessionOpen(SessionId session) implements Signing {}

    /// Refused: what was charted against a gate needs a word first (rule C3).
    ///
    /// @param flags how many
    record FlagsUnresolved(SessionId session, int flags) implements Signing {}

    /// Refused: what is signed is what was seen, and since then somebody saved the draft or the chart has changed.
    ///
    /// @param now   what was typed, against the chart as it is now
    /// @param saved what somebody else saved meanwhile; empty when only the chart changed
    record ChangedMeanwhile(Writing now, List<Writing> saved) implements Signing {}

    /// Refused: there is not a word.
    record NothingWritten() implements Signing {}
}
