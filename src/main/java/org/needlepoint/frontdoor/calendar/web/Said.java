package org.needlepoint.frontdoor.calendar.web;

import org.jspecify.annotations.Nullable;

/// What the page says after something was done, or was refused.
///
/// @param refused whether it was: said at once by a screen reader
/// @param undo    the visit and version whose last change can be undone; null: nothing to undo
/// @param other   where to go on from a refusal, below the practice's address; null: nowhere
record Said(
        String text,
        boolean refused,
        @Nullable Undo undo,
        @Nullable Other other) {
    /// What the form for undoing posts.
    record Undo(String visit, int version) {}

    /// A link.
    record Other(String path, String label) {}

    static Said done(String text) {
        return new Said(text, false, null, null);
    }

    static Said refusal(String text) {
        return new Said(text, true, null, null);
    }
}
