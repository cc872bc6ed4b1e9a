package org.needlepoint.charting.note;

import org.needlepoint.documents.Document;

/// What became of a request to save a draft.
public sealed interface Saving {
    /// Saved.
    ///
    /// @param reads what would be signed now
    record Saved(Writing writing, Document reads) implements Saving {}

    /// Refused: the note is signed.
    record AlreadySigned() implements Saving {}

    /// Refused: it is signed and waits for a supervisor, who signs it or sends it back.
    record AwaitsCoSignature() implements Saving {}

    /// Refused: somebody else saved since this page was opened.
    ///
    /// @param typed what was typed here, on top of the version that they saved: saving it again takes it
    /// @param saved what they saved
    record ChangedMeanwhile(Writing typed, Writing saved) implements Saving {}
}
