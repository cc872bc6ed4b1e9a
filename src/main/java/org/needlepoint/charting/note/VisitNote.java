package org.needlepoint.charting.note;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.documents.Document;
import org.needlepoint.documents.SignedDocumentId;
import org.needlepoint.documents.SignedDocuments.Reading;

/// The note of a visit as it stands.
public sealed interface VisitNote {
    NoteHead head();

    /// Being written.
    ///
    /// @param reads      what would be signed now
    /// @param needled    whether a needle went in
    /// @param hindrance  why the reader cannot sign it now; empty when they can
    /// @param supervised whether a supervisor has to sign after the reader
    /// @param sentBack   what a supervisor said on sending it back; null when none did
    record Unsigned(
            NoteHead head,
            Writing writing,
            Document reads,
            boolean needled,
            Optional<Signing> hindrance,
            boolean supervised,
            @Nullable String sentBack)
            implements VisitNote {}

    /// Signed by somebody under supervision, and not released.
    ///
    /// @param mayCoSign whether the reader's signature releases it
    record Awaiting(NoteHead head, SignedDocumentId document, Reading written, boolean mayCoSign)
            implements VisitNote {}

    /// Signed: the note, then its addenda, each as kept.
    ///
    /// @param mayAdd    whether the reader may add to it
    /// @param addedTo   whether something was charted after the last word was signed
    /// @param unsettled the session, when something has come to it since that somebody has to look at
    record Signed(
            NoteHead head, List<Reading> documents, boolean mayAdd, Optional<SessionId> unsettled, boolean addedTo)
            implements VisitNote {
        public Signed {
            documents = List.copyOf(documents);
        }

        /// Whether any of them is not what was signed.
        public boolean altered() {
            return documents.stream().anyMatch(Reading.Altered.class::isInstance);
        }
    }
}
