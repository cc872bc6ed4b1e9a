package org.needlepoint.charting.unwell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.charting.NotePart;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent.Recovered;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the note says of somebody who came unwell, was given the bell, or felt faint.
@Component
class UnwellInNote implements NotePart {
    private final LookAfter lookAfter;
    private final Sessions sessions;
    private final MessageSource messages;

    UnwellInNote(LookAfter lookAfter, Sessions sessions, MessageSource messages) {
        this.lookAfter = lookAfter;
        this.sessions = sessions;
        this.messages = messages;
    }

    @Override
    public int order() {
        return 8;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        var sentences = new ArrayList<String>();
        lookAfter.arrival(practice, visit).ifPresent(it -> {
            sentences.add(say("arrived", locale, it.reported()));
            if (!it.told().isBlank()) {
                sentences.add(say("told", locale, it.told()));
            }
            sentences.add(say(it.outcome().code(), locale));
        });
        sessions.ofVisit(practice, visit).ifPresent(session -> {
            lookAfter.bell(practice, session.id()).ifPresent(_ -> sentences.add(say("bell", locale)));
            faint(practice, session, sentences, locale);
        });
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(Heading.TREATMENT, String.join(" ", sentences)));
    }

    private void faint(PracticeId practice, SessionView session, List<String> sentences, Locale locale) {
        var signs = lookAfter.measured(practice, session.id());
        for (var each : signs) {
            sentences.add(say(
                    "measured",
                    locale,
                    say("position." + each.measured().position().code(), locale),
                    figures(each.measured(), locale)));
        }
        if (signs.stream().anyMatch(it -> it.measured().noDriving())) {
            sentences.add(say("noDriving", locale));
        }
        recovery(session).ifPresent(it -> sentences.add(say("recovered", locale, Math.max(1, it.toMinutes()))));
    }

    private String figures(Measured signs, Locale locale) {
        var systolic = signs.systolic();
        var diastolic = signs.diastolic();
        var pulse = signs.pulse();
        var words = new ArrayList<String>();
        if (systolic != null && diastolic != null) {
            words.add(say("pressure", locale, systolic, diastolic));
        }
        if (pulse != null) {
            words.add(say("pulse", locale, pulse));
        }
        return words.isEmpty() ? say("notMeasured", locale) : String.join(", ", words);
    }

    /// From the latest faint or emergency until it was over.
    static Optional<Duration> recovery(SessionView session) {
        var of = LookAfter.latest(session);
        return of.flatMap(event -> session.entries().stream()
                .filter(it -> it.event() instanceof Recovered(var over, var _) && over.equals(event))
                .findFirst()
                .map(it -> Duration.between(began(session, event), it.happenedAt())));
    }

    private static Instant began(SessionView session, EventId event) {
        return session.entries().stream()
                .filter(it -> it.id().equals(event))
                .findFirst()
                .orElseThrow()
                .happenedAt();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("unwell.note." + key, arguments, locale);
    }
}
