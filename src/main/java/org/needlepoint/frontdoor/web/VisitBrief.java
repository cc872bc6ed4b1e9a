package org.needlepoint.frontdoor.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.comfort.BorneLastTime;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.needling.LastTime;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.intake.ComfortWords;
import org.needlepoint.intake.Comforts;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.Screening;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.patients.PatientId;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What a practitioner wants to know before a visit, each in one line: last time, the questions, the consent, and how
/// far the session is.
@Component
class VisitBrief {
    private final Screenings screenings;
    private final Consents consents;
    private final Comforts comforts;
    private final ComfortWords comfortWords;
    private final BorneLastTime borneLastTime;
    private final Sessions sessions;
    private final Knowledge knowledge;
    private final MessageSource messages;

    VisitBrief(
            Screenings screenings,
            Consents consents,
            Comforts comforts,
            ComfortWords comfortWords,
            BorneLastTime borneLastTime,
            Sessions sessions,
            Knowledge knowledge,
            MessageSource messages) {
        this.screenings = screenings;
        this.consents = consents;
        this.comforts = comforts;
        this.comfortWords = comfortWords;
        this.borneLastTime = borneLastTime;
        this.sessions = sessions;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// A state in a word, with the look of its tag.
    record State(String word, String css) {}

    /// A reason of the screening.
    ///
    /// @param ask what the patient said yes to, or was not sure of
    record Because(String ask, boolean unsure, String whatToDo) {}

    /// @param lastTime null before the first session
    /// @param comfort    how the last needles were borne and what makes them easier; empty when nothing is known
    /// @param injections the consent to injections, which is another; null where nobody has asked
    /// @param session  id of this visit's session; null when there is none
    record Brief(
            @Nullable String lastTime,
            State screening,
            List<Because> because,
            State consent,
            @Nullable State injections,
            List<String> comfort,
            @Nullable String session,
            @Nullable State needles) {
        Brief {
            comfort = List.copyOf(comfort);
        }
    }

    Brief of(Practice practice, Appointment visit, PatientId chart, Locale locale) {
        var id = visit.id().value();
        var standing = screenings.standing(practice.id(), chart, id, Technique.DRY_NEEDLING);
        var session = sessions.ofVisit(practice.id(), visit.id());
        // Somebody who came early was needled before their time, and that was not the last time.
        var before = session.map(SessionView::openedAt).orElse(visit.startsAt());
        return new Brief(
                sessions.lastOf(practice.id(), chart, before)
                        .map(last -> lastTime(practice, last, locale))
                        .orElse(null),
                screening(standing, locale),
                reasons(standing).stream()
                        .map(reason -> new Because(reason.ask().in(locale), reason.unsure(), reason.whatToDo()))
                        .toList(),
                consent(consents.standing(practice.id(), chart), locale),
                injections(practice, chart, locale),
                comfort(practice, chart, before, visit.zone(), locale),
                session.map(found -> found.id().toString()).orElse(null),
                session.map(found -> needles(found.state(), locale)).orElse(null));
    }

    private State screening(ScreeningStanding standing, Locale locale) {
        return switch (standing) {
            case ScreeningStanding.NotAsked _ -> state("screening.not-asked", "np-tag--amber", locale);
            case ScreeningStanding.Incomplete(var missing) ->
                new State(say("frontdoor.brief.screening.incomplete", locale, missing.size()), "np-tag--amber");
            case ScreeningStanding.Suspended _ -> state("screening.suspended", "np-tag--red", locale);
            case ScreeningStanding.Complete complete ->
                switch (complete.overall()) {
                    case Screening.NothingReported _ -> state("screening.nothing", "np-tag--outline", locale);
                    case Screening.Weigh _ -> state("screening.weigh", "np-tag--amber", locale);
                    case Screening.StopInRegion _ -> state("screening.stop-in-region", "np-tag--red", locale);
                    case Screening.Stop _ -> state("screening.stop", "np-tag--red", locale);
                };
        };
    }

    private static List<Reason> reasons(ScreeningStanding standing) {
        return switch (standing) {
            case ScreeningStanding.Complete complete -> complete.overall().because();
            case ScreeningStanding.Suspended suspended -> suspended.overall().because();
            case ScreeningStanding.NotAsked _, ScreeningStanding.Incomplete _ -> List.of();
        };
    }

    /// How the last needles were borne, then what makes them easier.
    private List<String> comfort(Practice practice, PatientId chart, Instant before, ZoneId zone, Locale locale) {
        var borne = borneLastTime.line(practice.id(), chart, before, zone, locale);
        var wished = comforts.latest(practice.id(), chart)
                .map(told -> comfortWords.lines(told.comfort(), locale))
                .orElse(List.of());
        return Stream.concat(borne.stream(), wished.stream()).toList();
    }

    /// Null where nobody has asked about injections.
    private @Nullable State injections(Practice practice, PatientId chart, Locale locale) {
        var standing = consents.standing(practice.id(), chart, ConsentTo.INJECTION);
        return standing instanceof ConsentStanding.None ? null : consent(standing, locale);
    }

    private State consent(ConsentStanding standing, Locale locale) {
        return switch (standing) {
            case ConsentStanding.None _ -> state("consent.none", "np-tag--amber", locale);
            case ConsentStanding.Given _ -> state("consent.given", "np-tag--green", locale);
            case ConsentStanding.NotEnough notEnough ->
                state("consent." + notEnough.why().code(), "np-tag--red", locale);
            case ConsentStanding.Refused _ -> state("consent.refused", "np-tag--red", locale);
            case ConsentStanding.Withdrawn _ -> state("consent.withdrawn", "np-tag--red", locale);
            case ConsentStanding.Altered _ -> state("consent.altered", "np-tag--red", locale);
        };
    }

    private State needles(Session session, Locale locale) {
        int inSitu = session.inSitu().size();
        if (inSitu > 0) {
            return new State(say("frontdoor.brief.needles.in-situ", locale, inSitu), "np-tag--copper");
        }
        return switch (session.standing()) {
            case OPEN -> new State(say("frontdoor.brief.needles.open", locale, session.used()), "np-tag--teal");
            case CLOSED -> new State(say("frontdoor.brief.needles.closed", locale, session.used()), "np-tag--green");
            case CLOSED_WITH_RETAINED -> state("needles.retained", "np-tag--red", locale);
            case REOPENED -> state("needles.reopened", "np-tag--red", locale);
        };
    }

    private String lastTime(Practice practice, LastTime last, Locale locale) {
        var words = Words.of(practice, locale);
        var muscles =
                last.muscles().stream().map(needled -> muscle(needled, locale)).toList();
        return say(
                "frontdoor.brief.lastTime",
                locale,
                words.date(last.at().atZone(practice.zone()).toLocalDate()),
                muscles.isEmpty() ? say("frontdoor.brief.lastTime.none", locale) : String.join(", ", muscles));
    }

    private String muscle(LastTime.Needled needled, Locale locale) {
        var name = knowledge.muscle(needled.muscle()).map(Muscle::name).map(each -> each.in(locale));
        var sided = name.orElse(needled.muscle()) + side(needled.side(), locale) + " × " + needled.needles();
        return needled.twitched() ? sided + " " + say("frontdoor.brief.lastTime.twitch", locale) : sided;
    }

    private String side(Laterality side, Locale locale) {
        return switch (side) {
            case L -> " (" + say("frontdoor.side.left", locale) + ")";
            case R -> " (" + say("frontdoor.side.right", locale) + ")";
            case B -> " (" + say("frontdoor.side.both", locale) + ")";
            case M -> "";
        };
    }

    private State state(String key, String css, Locale locale) {
        return new State(say("frontdoor.brief." + key, locale), css);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
