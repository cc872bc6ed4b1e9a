package org.needlepoint.frontdoor.reminders;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.scheduling.AppointmentId;

/// A reminder of a visit at the time it has.
///
/// @param visitAt the start of the visit that it belongs to; a visit moved meanwhile has others
/// @param reason  why it is not sent, in words of our own; null in every other state
/// @param until   from when on it is worth nothing
record Reminder(
        UUID id,
        AppointmentId appointment,
        ReminderRule.Moment moment,
        Instant visitAt,
        Instant dueAt,
        Instant until,
        State state,
        @Nullable String reason) {
    /// How far it has come.
    enum State {
        PLANNED,
        /// In the outbox, which knows the rest.
        QUEUED,
        /// It will not be sent: nobody to write to, or too late.
        UNSENT,
        /// The visit was moved or cancelled.
        CANCELLED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
