package org.needlepoint.notifications;

import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.PublicUrl;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// The words of a message. They name the practice, a link and a phone number: no service, no part of the body, no time
/// (rule P1).
@Component
class Wording {
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final PublicUrl url;
    private final StopLinks stops;

    /// What is sent.
    ///
    /// @param stop the address that ends messages of this kind; null where they cannot be ended alone
    record Words(
            String subject,
            String text,
            String html,
            String sms,
            @Nullable String stop) {}

    Wording(MessageSource messages, ITemplateEngine templates, PublicUrl url, StopLinks stops) {
        this.messages = messages;
        this.templates = templates;
        this.url = url;
        this.stops = stops;
    }

    Words of(Practice practice, SendMessage.Letter letter) {
        var locale = letter.locale();
        var name = oneLine(practice.name());
        var path = letter.content().path();
        var link = path == null ? null : url.of(path);
        var code = letter.content().code();
        var phone = practice.locations().stream()
                .flatMap(location -> location.phones().stream())
                .map(Practice.Phone::number)
                .findFirst()
                .orElse(null);
        var subject = say(locale, "notifications.subject", name);
        var sms = code != null
                ? say(locale, "notifications.sms.code", name, code)
                : say(locale, "notifications.sms.link", name, String.valueOf(link));
        var stop = letter.kind().reminds() ? url.of(stops.path(practice, letter.id())) : null;
        return new Words(
                subject,
                text(locale, name, link, code, phone, stop),
                html(locale, subject, name, link, code, phone, stop),
                sms,
                stop);
    }

    private String text(
            Locale locale,
            String name,
            @Nullable String link,
            @Nullable String code,
            @Nullable String phone,
            @Nullable String stop) {
        var parts = new ArrayList<String>();
        parts.add(say(locale, "notifications.mail.hello"));
        if (link != null) {
            parts.add(say(locale, "notifications.mail.link", name) + "\n" + link);
        }
        if (code != null) {
            parts.add(say(locale, "notifications.mail.code", name) + "\n" + code);
            parts.add(say(locale, "notifications.mail.code.use"));
            parts.add(say(locale, "notifications.mail.code.not-you"));
        }
        if (phone != null) {
            parts.add(say(locale, "notifications.mail.phone", name, phone));
        }
        parts.add(say(locale, "notifications.mail.private"));
        if (stop != null) {
            parts.add(say(locale, "notifications.mail.stop") + "\n" + stop);
        }
        return String.join("\n\n", parts) + "\n";
    }

    private String html(
            Locale locale,
            String subject,
            String name,
            @Nullable String link,
            @Nullable String code,
            @Nullable String phone,
            @Nullable String stop) {
        var context = new Context(locale);
        context.setVariable("lang", locale.getLanguage());
        context.setVariable("subject", subject);
        context.setVariable("practiceName", name);
        context.setVariable("link", link);
        context.setVariable("code", code);
        context.setVariable("phone", phone);
        context.setVariable("stop", stop);
        return templates.process("notifications/mail", context);
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\s+", " ").strip();
    }
}
