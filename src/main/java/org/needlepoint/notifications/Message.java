package org.needlepoint.notifications;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to tell one person. It carries no text: what is sent says "a message from the practice" and a link (rule
/// P1).
///
/// @param recipient an e-mail address, or a phone number in E.164 for SMS
/// @param locale    Spanish is sent to any Spanish locale, English to all others
/// @param subject   what it is about, such as the appointment's id
/// @param path      the page behind the link, such as `/p/{slug}/visits/{token}`; null only for a code
/// @param code      the one-time code, in a message of kind SIGN_IN_CODE only
/// @param notAfter  from when on it is worthless and must not be sent any more; null for never
public record Message(
        Channel channel,
        String recipient,
        Locale locale,
        Kind kind,
        UUID subject,
        @Nullable String path,
        @Nullable String code,
        @Nullable Instant notAfter) {

    /// The ways to reach somebody.
    public enum Channel {
        EMAIL,
        SMS
    }

    /// What is told, and whether it must arrive even at the price of arriving twice.
    public enum Kind {
        APPOINTMENT_BOOKED("appointment-booked", false),
        APPOINTMENT_MOVED("appointment-moved", false),
        APPOINTMENT_CANCELLED("appointment-cancelled", true),
        VISIT_PREPARATION("visit-preparation", false),
        VISIT_REMINDER("visit-reminder", false),
        CHECK_IN("check-in", false),
        WAITING_LIST_OFFER("waiting-list-offer", false),
        RUNNING_LATE("running-late", false),
        SIGN_IN_CODE("sign-in-code", true);

        private final String code;
        private final boolean urgent;

        Kind(String code, boolean urgent) {
            this.code = code;
            this.urgent = urgent;
        }

        /// The word that stands in the table.
        public String code() {
            return code;
        }

        /// Whether it is sent again when nobody knows if it was sent.
        public boolean urgent() {
            return urgent;
        }

        /// Whether nobody has asked for it: it keeps to the quiet hours, and people can stop it alone.
        public boolean reminds() {
            return this == VISIT_REMINDER;
        }

        static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no message is of kind " + code);
        }
    }

    public Message {
        if (recipient.isBlank() || recipient.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("a recipient is one line and not blank");
        }
        if ((kind == Kind.SIGN_IN_CODE) != (code != null)) {
            throw new IllegalArgumentException("a code belongs into a message of kind SIGN_IN_CODE, and only there");
        }
        if (kind != Kind.SIGN_IN_CODE && path == null) {
            throw new IllegalArgumentException("a message without a code needs a path");
        }
        if (path != null && !path.startsWith("/")) {
            throw new IllegalArgumentException("path must begin with a slash");
        }
    }

    /// News with a link to its page.
    ///
    /// @param subject what it is about, such as the appointment's id
    public static Message of(Channel channel, String recipient, Locale locale, Kind kind, UUID subject, String path) {
        return new Message(channel, recipient, locale, kind, subject, path, null, null);
    }

    /// The same, worth nothing from a time on.
    public Message until(Instant end) {
        return new Message(channel, recipient, locale, kind, subject, path, code, end);
    }

    /// A one-time code for signing in.
    ///
    /// @param account  whose sign-in it is
    /// @param notAfter when the code expires
    public static Message ofCode(
            Channel channel, String recipient, Locale locale, UUID account, String code, Instant notAfter) {
        return new Message(channel, recipient, locale, Kind.SIGN_IN_CODE, account, null, code, notAfter);
    }
}
