package org.needlepoint.charting.needling;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;

/// An entry that was stored although a gate stood against it (rule C3). Somebody says a word before the note is signed.
///
/// @param word what was said; null while the flag stands
public record Flag(
        UUID id,
        SessionId session,
        EventId event,
        Kind kind,
        Instant raisedAt,
        @Nullable String word) {
    /// What stood against it.
    public enum Kind {
        CONSENT_WITHDRAWN,
        OUTSIDE_CONSENT,
        STOPPED,
        STOPPED_IN_REGION,
        NOT_SCREENED,
        NOT_ENTITLED,
        /// The examination had found a red sign, and whoever needled had not answered it.
        RED_SIGN,
        LATE,
        /// Its time lies ahead, or a day or more back: a clock was wrong.
        CLOCK,
        /// More of the needle is said to have gone in than there is of it.
        DEPTH;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// Whether nobody has said a word yet.
    public boolean stands() {
        return word == null;
    }
}
