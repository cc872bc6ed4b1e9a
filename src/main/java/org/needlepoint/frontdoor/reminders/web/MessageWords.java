package org.needlepoint.frontdoor.reminders.web;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.MessageLog.Entry;
import org.needlepoint.notifications.Outbox.State;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// States, reasons and times of messages in the words of the staff.
@Component
class MessageWords {
    /// A reason may end with a service's number, which is said beside its words.
    private static final Pattern NUMBERED = Pattern.compile("(.+)-([0-9]+)");

    private final MessageSource messages;

    MessageWords(MessageSource messages) {
        this.messages = messages;
    }

    /// "By e-mail to ana@example.org".
    String by(Practice practice, Entry message, Locale locale) {
        return message.channel() == Channel.EMAIL
                ? say(locale, "reminders.by.email", message.recipient())
                : say(locale, "reminders.by.sms", Words.of(practice, locale).phone(message.recipient()));
    }

    String kind(Entry message, Locale locale) {
        return say(locale, "frontdoor.message." + message.kind().code());
    }

    /// "arrived", or how far it has come.
    String state(Entry message, Locale locale) {
        return message.deliveredAt() == null
                ? say(
                        locale,
                        "frontdoor.message.state." + message.state().name().toLowerCase(Locale.ROOT))
                : say(locale, "reminders.state.delivered");
    }

    static String tag(State state) {
        return switch (state) {
            case QUEUED, SENDING -> "np-tag--amber";
            case SENT -> "np-tag--green";
            case UNKNOWN -> "np-tag--amber";
            case FAILED -> "np-tag--red";
        };
    }

    /// Why it has not left, and when it is tried again; null when there is nothing to say.
    @Nullable
    String detail(Practice practice, Entry message, Locale locale) {
        var error = message.lastError();
        var next = message.nextTryAt();
        if (error == null) {
            return null;
        }
        return next == null
                ? reason(error, locale)
                : say(
                        locale,
                        "reminders.again",
                        reason(error, locale),
                        message.attempts(),
                        when(practice, next, locale));
    }

    /// A reason of ours in words; one that has none yet is shown as it is.
    String reason(String code, Locale locale) {
        var numbered = NUMBERED.matcher(code);
        var words = numbered.matches()
                ? messages.getMessage(
                        "reminders.reason." + numbered.group(1), new Object[] {numbered.group(2)}, code, locale)
                : messages.getMessage("reminders.reason." + code, null, code, locale);
        return words == null ? code : words;
    }

    /// "Monday, December 7, 2:00 PM".
    String when(Practice practice, Instant time, Locale locale) {
        var words = Words.of(practice, locale);
        var local = time.atZone(practice.zone());
        return say(locale, "reminders.when", words.day(local.toLocalDate()), words.time(local.toLocalTime()));
    }

    String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
