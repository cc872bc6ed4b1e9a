package org.needlepoint.charting.note;

import org.needlepoint.documents.SignedDocumentId;

/// What became of a request to add to a signed note.
public sealed interface Addition {
    /// Added, signed.
    record Added(SignedDocumentId addendum) implements Addition {}

    /// Refused: the note itself is not signed yet, and can be changed.
    record NotSignedYet() implements Addition {}

    /// Refused: practitioners add to the notes of their own visits, supervisors to everybody's.
    record NotThePractitioner() implements Addition {}

    /// Refused: there is not a word.
    record NothingWritten() implements Addition {}
}
