package org.needlepoint.frontdoor.web;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.RedFlagQuestion;
import org.needlepoint.anatomy.RedFlagQuestion.PositiveAnswer;
import org.needlepoint.frontdoor.OpenVisit;
import org.needlepoint.frontdoor.PainReports;
import org.needlepoint.frontdoor.library.BesideMuscles;
import org.needlepoint.frontdoor.reminders.web.VisitMessages;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer.Given;
import org.needlepoint.shared.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A booked visit for staff: who, when, what was marked, which red flags were answered, and for practitioners the
/// ranking (rule C10).
@Controller
class VisitPages {
    private static final int RANKED = 12;
    private static final Map<String, String> OUTCOMES = Map.of(
            "stays", "frontdoor.visit.moved.stays",
            "changed", "frontdoor.visit.moved.changed",
            "sent", "frontdoor.visit.sent",
            "no-contact", "frontdoor.visit.noContact");

    private final OpenVisit openVisit;
    private final OpeningsPage openings;
    private final BookModel book;
    private final MapViews map;
    private final PainLocator locator;
    private final Knowledge knowledge;
    private final VisitMessages visitMessages;
    private final VisitBrief brief;
    private final BesideMuscles others;
    private final MessageSource messages;
    private final Clock clock;

    VisitPages(
            OpenVisit openVisit,
            OpeningsPage openings,
            BookModel book,
            MapViews map,
            PainLocator locator,
            Knowledge knowledge,
            VisitMessages visitMessages,
            VisitBrief brief,
            BesideMuscles others,
            MessageSource messages,
            Clock clock) {
        this.openVisit = openVisit;
        this.openings = openings;
        this.book = book;
        this.map = map;
        this.locator = locator;
        this.knowledge = knowledge;
        this.visitMessages = visitMessages;
        this.brief = brief;
        this.others = others;
        this.messages = messages;
        this.clock = clock;
    }

    /// An answered question.
    ///
    /// @param css the tag's look: a red flag, an answer that settles nothing, or neither
    record Answered(String ask, String answer, String css) {}

    /// A muscle of the ranking.
    record Ranked(String id, String name, String probability, String explains) {}

    @GetMapping("/p/{slug}/appointments/{id}")
    ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Optional<String> done,
            SignedIn who,
            Locale locale) {
        var outcome = done.map(OUTCOMES::get).map(key -> say(key, locale)).orElse(null);
        return page(practice, id, outcome, who, locale);
    }

    /// @param outcome of what was done from the page; null: nothing was
    ModelAndView page(Practice practice, UUID id, @Nullable String outcome, SignedIn who, Locale locale) {
        var opened = openVisit
                .visit(practice.id(), new AppointmentId(id), who.actor())
                .orElseThrow(NotFound::new);
        var words = Words.of(practice, locale);
        var visit = opened.appointment();
        var marks = PainReports.marks(opened.pain());
        var page = new ModelAndView("frontdoor/visit");
        page.addObject("patient", PatientWords.of(opened.patient(), words, locale));
        page.addObject("facts", facts(practice, visit, words, locale));
        page.addObject("visit", id.toString());
        page.addObject("version", visit.version());
        page.addObject("state", say("frontdoor.status." + visit.status().code(), locale));
        page.addObject("steps", steps(visit, locale));
        page.addObject("outcome", outcome);
        page.addObject("brief", brief.of(practice, visit, opened.patient().chart(), locale));
        page.addObject("inPerson", visit.modality() == Modality.IN_PERSON);
        page.addObject(
                "level",
                Levels.of(opened.pain())
                        .map(level -> say("frontdoor.level." + level, locale))
                        .orElse(null));
        page.addObject(
                "levelUrgent", Levels.of(opened.pain()).filter(Levels::urgent).isPresent());
        page.addObject("marks", map.marks(marks, locale));
        page.addObject(
                "mapViews", map.views(PainReports.named(opened.pain()), PainReports.outlines(opened.pain()), locale));
        page.addObject("answers", answers(opened.pain(), locale));
        var mayRank = who.isAny(Role.PRACTITIONER, Role.SUPERVISOR);
        page.addObject("mayRank", mayRank);
        page.addObject("ranking", mayRank && !marks.isEmpty() ? ranking(marks, locale) : List.of());
        page.addObject(
                "others", mayRank ? others.list(marks.stream().map(Mark::zone).toList(), locale) : List.of());
        visitMessages.addTo(page, practice, visit, locale);
        page.addObject("maySetReminders", who.isAny(Role.FRONT_DESK, Role.OWNER));
        return page;
    }

    /// Where the visit can be set to by hand; a session begins and ends by its own acts.
    private List<Choice> steps(Appointment visit, Locale locale) {
        return MoveVisitOn.steps(visit, clock.instant()).stream()
                .filter(state -> state != Appointment.Status.IN_SESSION && state != Appointment.Status.COMPLETED)
                .map(state -> new Choice(state.code(), say("frontdoor.status." + state.code(), locale), null))
                .toList();
    }

    private List<BookModel.Fact> facts(Practice practice, Appointment visit, Words words, Locale locale) {
        return List.of(
                new BookModel.Fact(
                        say("frontdoor.summary.service", locale),
                        visit.serviceName().in(locale)),
                new BookModel.Fact(
                        say("frontdoor.summary.when", locale),
                        say(
                                "frontdoor.summary.time",
                                locale,
                                words.dayAndYear(visit.start().toLocalDate()),
                                words.time(visit.start().toLocalTime()),
                                words.time(visit.end().toLocalTime()))),
                new BookModel.Fact(
                        say("frontdoor.summary.with", locale),
                        openings.names(practice).apply(visit.practitioner())),
                new BookModel.Fact(
                        say("frontdoor.summary.where", locale),
                        book.where(practice, visit.modality(), visit.location(), locale)));
    }

    private List<Answered> answers(PainReport report, Locale locale) {
        return report.redFlags().stream()
                .map(answer -> {
                    var question = knowledge.redFlagQuestion(answer.question());
                    return new Answered(
                            question.map(each -> each.ask().in(locale)).orElse(answer.question()),
                            say("frontdoor.visit.answer." + word(answer.answer()), locale),
                            css(question, answer));
                })
                .toList();
    }

    private static String word(Given given) {
        return switch (given) {
            case YES -> "yes";
            case NO -> "no";
            case UNSURE -> "unsure";
        };
    }

    private static String css(Optional<RedFlagQuestion> question, RedFlagAnswer answer) {
        if (answer.unsure()) {
            return "np-tag--amber";
        }
        return question.filter(each -> (each.positiveAnswer() == PositiveAnswer.YES) == answer.yes())
                .map(_ -> "np-tag--red")
                .orElse("np-tag--outline");
    }

    private List<Ranked> ranking(List<Mark> marks, Locale locale) {
        return locator.locate(new PainRequest(marks, null, RANKED)).candidates().stream()
                .map(candidate -> ranked(candidate, locale))
                .toList();
    }

    private String percent(double probability, Locale locale) {
        var format = NumberFormat.getPercentInstance(locale);
        return probability < 0.01
                ? say("examination.percent.under", locale, format.format(0.01))
                : format.format(probability);
    }

    private Ranked ranked(Candidate candidate, Locale locale) {
        var name = knowledge
                .muscle(candidate.muscle())
                .map(muscle -> muscle.name().in(locale))
                .orElse(candidate.muscle());
        return new Ranked(
                candidate.muscle(),
                sided(name, candidate, locale),
                percent(candidate.probability(), locale),
                String.join(
                        ", ",
                        candidate.explains().stream()
                                .map(zone -> knowledge
                                        .zone(zone)
                                        .map(found -> found.name().in(locale))
                                        .orElse(zone))
                                .toList()));
    }

    private String sided(String name, Candidate candidate, Locale locale) {
        return switch (candidate.side()) {
            case L -> name + " (" + say("frontdoor.side.left", locale) + ")";
            case R -> name + " (" + say("frontdoor.side.right", locale) + ")";
            case B -> name + " (" + say("frontdoor.side.both", locale) + ")";
            case M -> name;
        };
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
