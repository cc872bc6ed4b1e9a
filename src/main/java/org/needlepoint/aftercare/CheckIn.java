package org.needlepoint.aftercare;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.anatomy.WatchQuestion.Window;

/// One time at which a patient is asked after a visit.
///
/// @param askAt  when the first question goes out
/// @param nextAt when the work on it goes on
public record CheckIn(UUID id, PlanId plan, Window window, Instant askAt, Instant nextAt, State state) {
    /// How far the asking has come.
    public enum State {
        PLANNED,
        ASKED,
        ASKED_AGAIN,
        /// Twice asked, no answer: on the morning list.
        UNANSWERED,
        /// Was on the morning list, and somebody has seen to it.
        SEEN,
        ANSWERED,
        CANCELLED;

        /// The word in tables and message keys.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static String code(Window window) {
        return window.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Window window(String code) {
        return Window.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
