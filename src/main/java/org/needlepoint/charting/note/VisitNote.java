package org.needlepoint.charting.note;

import java.util.List;
import java.util.Optional;
import org.needlepoint.charting.SessionId;
import org.needlepoint.documents.SignedDocuments.Reading;

/// The note of a visit as it stands.
public sealed interface VisitNote {
    NoteHead head();

    /// Being written.
    ///
    /// @param needled   whether a needle went in
    /// @param hindrance why the reader cannot sign it now; empty when they can
    record Unsigned(NoteHead head, Writing writing, boolean needled, Optional<Signing> hindrance)
            implements VisitNote {}

    /// Signed: the note, then its addenda, each as kept.
    ///
    /// @param mayAdd    whether the reader may add to it
    /// @param unsettled the session, when something has come to it since that somebody has to look at
    record Signed(NoteHead head, List<Reading> documents, boolean mayAdd, Optional<SessionId> unsettled)
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
