package org.needlepoint.frontdoor.calendar.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page says after something was done, or was refused.
///
/// @param refused whether it was: said at once by a screen reader
/// @param undo    how that can be undone; null: nothing to undo
/// @param other   where to go on from a refusal, below the practice's address; null: nowhere
record Said(
        String text,
        boolean refused,
        @Nullable Undo undo,
        @Nullable Other other) {
    /// What the form for undoing posts.
    ///
    /// @param path    to where, below the practice's address
    /// @param version what the change made: undone is only what nobody has changed since
    record Undo(String path, int version) {
        static Undo ofVisit(UUID visit, int version) {
            return new Undo("/calendar/visits/" + visit + "/undo", version);
        }

        static Undo ofBlock(UUID block, int version) {
            return new Undo("/calendar/blocks/" + block + "/undo", version);
        }
    }

    /// A link.
    record Other(String path, String label) {}

    static Said done(String text) {
        return new Said(text, false, null, null);
    }

    static Said refusal(String text) {
        return new Said(text, true, null, null);
    }
}
