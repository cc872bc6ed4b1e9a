package org.needlepoint.charting.comfort;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says how the needles of the session before were borne.
@Component
public class BorneLastTime {
    private final Sessions sessions;
    private final MessageSource messages;

    BorneLastTime(Sessions sessions, MessageSource messages) {
        this.sessions = sessions;
        this.messages = messages;
    }

    /// "Last time, December 2: 2 of 9 needles were not tolerated."
    ///
    /// @param before the beginning of the session that is about to be
    /// @return empty when there was no session before, or one without needles
    public Optional<String> line(PracticeId practice, PatientId chart, Instant before, ZoneId zone, Locale locale) {
        return sessions.lastOf(practice, chart, before)
                .flatMap(last -> sessions.ofVisit(practice, last.visit()))
                .flatMap(session -> said(
                        Borne.of(session.state().needles()),
                        day(session.openedAt().atZone(zone), locale),
                        locale));
    }

    private Optional<String> said(Borne borne, String day, Locale locale) {
        if (borne.needles() == 0) {
            return Optional.empty();
        }
        if (borne.not() > 0 && borne.hardly() > 0) {
            return Optional.of(say("both", locale, day, borne.not(), borne.hardly(), borne.needles()));
        }
        if (borne.not() > 0) {
            return Optional.of(say("not", locale, day, borne.not(), borne.needles()));
        }
        return Optional.of(
                borne.hardly() > 0
                        ? say("hardly", locale, day, borne.hardly(), borne.needles())
                        : say("well", locale, day, borne.needles()));
    }

    private static String day(ZonedDateTime at, Locale locale) {
        var pattern = "es".equals(locale.getLanguage()) ? "d 'de' MMMM" : "MMMM d";
        return DateTimeFormatter.ofPattern(pattern, locale).format(at);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("intake.comfort.borne." + key, arguments, locale);
    }
}
