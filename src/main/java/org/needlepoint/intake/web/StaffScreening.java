package org.needlepoint.intake.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.ScreeningQuestion.Effect;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Answer;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.Questionnaire;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.ReportedPlace;
import org.needlepoint.intake.Screening;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.intake.Topic;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The screening of a visit for staff: what the answers mean, what is still to be asked, and every answer with who gave
/// it, when, and until when it holds.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/screening")
class StaffScreening {
    private final StaffVisits visits;
    private final Screenings screenings;
    private final ContentSets sets;
    private final QuestionForm forms;
    private final Knowledge knowledge;
    private final Pages pages;

    StaffScreening(
            StaffVisits visits,
            Screenings screenings,
            ContentSets sets,
            QuestionForm forms,
            Knowledge knowledge,
            Pages pages) {
        this.visits = visits;
        this.screenings = screenings;
        this.sets = sets;
        this.forms = forms;
        this.knowledge = knowledge;
        this.pages = pages;
    }

    /// What an answer asks of the practitioner.
    ///
    /// @param css of the tag that says what it does
    record Shown(
            String ask, String effect, String css, @Nullable String where, String whatToDo, boolean unsure) {}

    /// A group of questions still to be asked.
    record Group(String title, List<QuestionForm.Item> items) {}

    /// An answer on record.
    record Line(String ask, String answer, String who, String when, String until) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        var facts = visits.open(practice, visit, who);
        return page(practice, facts, null, List.of(), locale);
    }

    /// Answers that somebody gave aloud: what is not marked is a no.
    @PostMapping
    ModelAndView answer(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn who,
            Locale locale) {
        var facts = visits.open(practice, visit, who);
        if (!sets.published(practice, ContentSet.SCREENING)) {
            throw new NotFound();
        }
        var asked = form.getOrDefault("asked", List.of()).stream()
                .flatMap(id -> knowledge.screeningQuestion(id).stream())
                .toList();
        return switch (forms.read(asked, form)) {
            case QuestionForm.Reading.Answers(var said) -> {
                screenings.record(practice.id(), facts.chart(), visit, said, Asked.byStaff(who.actor()));
                yield Pages.to("/p/" + practice.slug() + "/appointments/" + visit + "/screening");
            }
            case QuestionForm.Reading.Nothing _ -> page(practice, facts, form, error("nothing", locale), locale);
            case QuestionForm.Reading.Both _ -> page(practice, facts, form, error("both", locale), locale);
        };
    }

    private List<FieldProblem> error(String what, Locale locale) {
        return List.of(new FieldProblem("ask", pages.say("intake.questions.error." + what, locale)));
    }

    private ModelAndView page(
            Practice practice,
            VisitFacts visit,
            @Nullable MultiValueMap<String, String> form,
            List<FieldProblem> problems,
            Locale locale) {
        var page = new ModelAndView("intake/screening");
        visits.describe(page, practice, visit, locale);
        page.addObject("published", sets.published(practice, ContentSet.SCREENING));
        var standing = screenings.standing(practice.id(), visit.chart(), visit.visit(), Technique.DRY_NEEDLING);
        page.addObject("standing", standing(standing));
        page.addObject("result", result(screenings.soFar(practice.id(), visit)));
        page.addObject(
                "reasons",
                screenings.soFar(practice.id(), visit).because().stream()
                        .map(reason -> shown(reason, locale))
                        .toList());
        var questionnaire = screenings.questionnaire(practice.id(), visit.chart(), visit);
        page.addObject("groups", groups(questionnaire, form, locale));
        page.addObject("areas", forms.areas(locale));
        page.addObject("lines", lines(practice, visit, locale));
        return problems.isEmpty() ? Pages.withProblems(page, problems) : Pages.again(page, problems);
    }

    private static String standing(ScreeningStanding standing) {
        return switch (standing) {
            case ScreeningStanding.NotAsked _ -> "notAsked";
            case ScreeningStanding.Incomplete _ -> "incomplete";
            case ScreeningStanding.Complete _ -> "complete";
        };
    }

    private static String result(Screening screening) {
        return switch (screening) {
            case Screening.NothingReported _ -> "nothing";
            case Screening.Weigh _ -> "weigh";
            case Screening.StopInRegion _ -> "stopInRegion";
            case Screening.Stop _ -> "stop";
        };
    }

    private Shown shown(Reason reason, Locale locale) {
        var what = switch (reason.effect()) {
            case STOP -> "stop";
            case STOP_REGION -> "stopInRegion";
            case WEIGH -> "weigh";
        };
        return new Shown(
                reason.ask().in(locale),
                pages.say("intake.result." + what, locale),
                reason.effect() == Effect.WEIGH ? "np-tag--amber" : "np-tag--red",
                where(reason.where(), locale),
                reason.whatToDo(),
                reason.unsure());
    }

    private @Nullable String where(@Nullable String codes, Locale locale) {
        if (codes == null) {
            return null;
        }
        if (codes.equals("everywhere")) {
            return pages.say("intake.where.everywhere", locale);
        }
        return Arrays.stream(codes.split(" "))
                .map(code -> place(ReportedPlace.of(code), locale))
                .collect(Collectors.joining(", "));
    }

    private String place(ReportedPlace place, Locale locale) {
        return pages.say("intake.area." + place.area().code(), locale) + " ("
                + pages.say("intake.side." + place.side(), locale) + ")";
    }

    private List<Group> groups(
            Questionnaire questionnaire, @Nullable MultiValueMap<String, String> form, Locale locale) {
        var groups = new ArrayList<Group>();
        for (var topic : Topic.values()) {
            var open = questionnaire.missing().stream()
                    .filter(question -> Topic.of(question) == topic)
                    .toList();
            if (!open.isEmpty()) {
                var items = form == null ? forms.items(open, questionnaire, locale) : forms.items(open, form, locale);
                groups.add(new Group(pages.say("intake.topic." + topic.code(), locale), items));
            }
        }
        return groups;
    }

    private List<Line> lines(Practice practice, VisitFacts visit, Locale locale) {
        return screenings.latest(practice.id(), visit.chart()).stream()
                .map(answer ->
                        line(practice, visit, answer, screenings.holdsUntil(practice.id(), visit, answer), locale))
                .toList();
    }

    private Line line(Practice practice, VisitFacts visit, Answer answer, Optional<Instant> until, Locale locale) {
        var zone = visit.start().getZone();
        var said = pages.say("intake.answer." + answer.said().given().code(), locale);
        var places = answer.said().places().stream()
                .map(place -> place(place, locale))
                .collect(Collectors.joining(", "));
        return new Line(
                knowledge
                        .screeningQuestion(answer.question())
                        .map(question -> question.ask().in(locale))
                        .orElse(answer.question()),
                places.isEmpty() ? said : said + ": " + places,
                visits.who(practice.id(), answer.asked(), locale),
                Pages.when(answer.at(), zone, practice, locale),
                until.map(at -> Pages.when(at, zone, practice, locale))
                        .orElse(pages.say("intake.answer.over", locale)));
    }
}
