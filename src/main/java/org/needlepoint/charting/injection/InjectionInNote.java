package org.needlepoint.charting.injection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.charting.NotePart;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.patients.PatientId;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the note says of injections: apart from the needles, and where a muscle had both it says so.
@Component
class InjectionInNote implements NotePart {
    private final Injections injections;
    private final InjectionWords say;
    private final Sessions sessions;
    private final Consents consents;
    private final Practices practices;
    private final MessageSource messages;

    InjectionInNote(
            Injections injections,
            InjectionWords say,
            Sessions sessions,
            Consents consents,
            Practices practices,
            MessageSource messages) {
        this.injections = injections;
        this.say = say;
        this.sessions = sessions;
        this.consents = consents;
        this.practices = practices;
        this.messages = messages;
    }

    /// A muscle on one side.
    record Site(String muscle, Laterality side) {}

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Section> section(PracticeId practice, AppointmentId visit, PatientId chart, Locale locale) {
        var given = injections.ofVisit(practice, visit).stream()
                .filter(Injection::counts)
                .toList();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var found = practices.find(practice).orElseThrow();
        var words = new NoteWords(messages, locale, found.country(), found.zone());
        return Optional.of(new Section(
                Heading.TREATMENT,
                String.join("\n", lines(given, agreed(practice, chart, given), both(practice, visit, given), words))));
    }

    /// When the consents were signed under which these were given.
    private List<Instant> agreed(PracticeId practice, PatientId chart, List<Injection> given) {
        return given.stream()
                .flatMap(injection -> Optional.ofNullable(injection.consent()).stream())
                .distinct()
                .flatMap(id -> consents.signedAt(practice, chart, ConsentTo.INJECTION, id).stream())
                .sorted()
                .toList();
    }

    private List<String> lines(List<Injection> given, List<Instant> agreed, List<Site> both, NoteWords words) {
        var lines = new ArrayList<String>();
        lines.add(words.say("injection.note.title"));
        for (var injection : given) {
            var shot = injection.shot();
            lines.add(words.say(
                    "injection.note.line",
                    say.place(shot.muscle(), shot.side(), words),
                    say.drug(shot, words),
                    say.vial(shot, words),
                    words.time(injection.givenAt())));
        }
        agreed.forEach(at -> lines.add(words.say("injection.note.agreed", words.dayAndTime(at))));
        for (var injection : given) {
            aside(injection, words).ifPresent(lines::add);
        }
        if (!both.isEmpty()) {
            lines.add(words.say(
                    "injection.note.both",
                    words.list(both.stream()
                            .map(site -> say.place(site.muscle(), site.side(), words))
                            .toList())));
        }
        return lines;
    }

    /// What was weighed, or stood against it.
    private Optional<String> aside(Injection injection, NoteWords words) {
        var place = say.place(injection.shot().muscle(), injection.shot().side(), words);
        var reason = injection.reason();
        if (!injection.against().isEmpty()) {
            return Optional.of(words.say(
                    "injection.note.against", place, say.against(injection, words), reason == null ? "" : reason));
        }
        if (injection.confirmed().isEmpty()) {
            return Optional.empty();
        }
        var weighed = words.list(injection.confirmed().stream()
                .sorted()
                .map(doubt -> words.say("injection.weighed." + doubt.code()))
                .toList());
        return Optional.of(
                reason == null
                        ? words.say("injection.note.weighed", place, weighed)
                        : words.say("injection.note.weighed.said", place, weighed, reason));
    }

    /// Muscles that were needled and injected at this visit.
    List<Site> both(PracticeId practice, AppointmentId visit, List<Injection> given) {
        var needled = sessions.ofVisit(practice, visit)
                .map(session -> session.state().needles().stream()
                        .flatMap(needle -> Optional.ofNullable(needle.placement()).stream())
                        .map(placement -> new Site(placement.muscle(), placement.side()))
                        .toList())
                .orElse(List.of());
        return given.stream()
                .map(injection ->
                        new Site(injection.shot().muscle(), injection.shot().side()))
                .distinct()
                .filter(needled::contains)
                .toList();
    }
}
