package org.needlepoint.charting.note;

/// What became of a request to save a draft.
public sealed interface Saving {
    /// Saved.
    record Saved(Writing writing) implements Saving {}

    /// Refused: the note is signed.
    record AlreadySigned() implements Saving {}

    /// Refused: somebody else saved since this page was opened.
    ///
    /// @param typed what was typed here, on top of the version that they saved: saving it again takes it
    /// @param saved what they saved
    record ChangedMeanwhile(Writing typed, Writing saved) implements Saving {}
}
