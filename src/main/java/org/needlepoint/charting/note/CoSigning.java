package org.needlepoint.charting.note;

import org.needlepoint.charting.SessionId;
import org.needlepoint.documents.SignedDocumentId;

/// What became of a supervisor's answer to a note that was written under supervision.
public sealed interface CoSigning {
    /// Signed by both, and released.
    record Released(SignedDocumentId note) implements CoSigning {}

    /// Back with its writer, who sees why.
    record SentBack() implements CoSigning {}

    /// There is none that waits, or it is not the one that was read.
    record NothingWaits() implements CoSigning {}

    /// Refused: a supervisor, or the practitioner whose visit it is, signs; never the writer.
    record NotTheSupervisor() implements CoSigning {}

    /// Refused: what is kept is not what its writer signed.
    record Altered() implements CoSigning {}

    /// Refused: the session has something that somebody has to look at first.
    record SessionUnsettled(SessionId session) implements CoSigning {}

    /// Refused: the writer has to know what to mend.
    record WordMissing() implements CoSigning {}
}
