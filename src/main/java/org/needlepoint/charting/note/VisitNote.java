package org.needlepoint.charting.note;

import java.util.List;
import java.util.Optional;
import org.needlepoint.documents.SignedDocuments.Reading;

/// The note of a visit as it stands.
public sealed interface VisitNote {
    NoteHead head();

    /// Being written.
    ///
    /// @param hindrance why it cannot be signed now; empty when it can be, by somebody who may
    record Unsigned(NoteHead head, Writing writing, Optional<Signing> hindrance) implements VisitNote {}

    /// Signed: the note, then its addenda, each as kept.
    record Signed(NoteHead head, List<Reading> documents) implements VisitNote {
        public Signed {
            documents = List.copyOf(documents);
        }

        /// Whether any of them is not what was signed.
        public boolean altered() {
            return documents.stream().anyMatch(Reading.Altered.class::isInstance);
        }
    }
}
