package org.needlepoint.intake.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.ScreeningQuestion.Effect;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Answer;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.FactReview;
import org.needlepoint.intake.Questionnaire;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.ReportedPlace;
import org.needlepoint.intake.ReviewFacts;
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
    /// Words that a review can be said in with one tap.
    private static final Set<String> WORDS = Set.of("goes-on", "gentler", "elsewhere", "doctor");

    private final StaffVisits visits;
    private final Screenings screenings;
    private final ContentSets sets;
    private final ReviewFacts reviews;
    private final QuestionForm forms;
    private final ChangeForm changes;
    private final Knowledge knowledge;
    private final Pages pages;

    StaffScreening(
            StaffVisits visits,
            Screenings screenings,
            ContentSets sets,
            ReviewFacts reviews,
            QuestionForm forms,
            ChangeForm changes,
            Knowledge knowledge,
            Pages pages) {
        this.visits = visits;
        this.screenings = screenings;
        this.sets = sets;
        this.reviews = reviews;
        this.forms = forms;
        this.changes = changes;
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
    ///
    /// @param first when it was given in so many words, where it was carried on since; null otherwise
    record Line(
            String ask,
            String answer,
            String who,
            String when,
            @Nullable String first,
            String until) {}

    /// Where a technique's questions are.
    record Tab(String path, String label, boolean current) {}

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam(name = "for", defaultValue = "") String technique,
            SignedIn who,
            Locale locale) {
        var facts = visits.open(practice, visit, who);
        return page(practice, facts, technique(technique), null, List.of(), locale);
    }

    /// The questions before an injection are asked beside those before needles; a current asks no more than these.
    private static Technique technique(String code) {
        return Technique.INJECTION.code().equals(code) ? Technique.INJECTION : Technique.DRY_NEEDLING;
    }

    /// Answers that somebody gave aloud: what is not marked is a no.
    @PostMapping
    ModelAndView answer(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam(name = "for", defaultValue = "") String technique,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn who,
            Locale locale) {
        var facts = visits.open(practice, visit, who);
        var before = technique(technique);
        if (!sets.published(practice, ContentSet.SCREENING)) {
            throw new NotFound();
        }
        var asked = form.getOrDefault("asked", List.of()).stream()
                .flatMap(id -> knowledge.screeningQuestion(id).stream())
                .toList();
        var aboutChange = asked.isEmpty();
        switch (aboutChange ? changes.read(form) : forms.read(asked, form)) {
            case QuestionForm.Reading.Answers(var said) ->
                screenings.record(practice.id(), facts.chart(), visit, said, Asked.byStaff(who.actor()));
            case QuestionForm.Reading.Changed(var told) ->
                screenings.reportChange(practice.id(), facts, told, Asked.byStaff(who.actor()));
            case QuestionForm.Reading.Nothing _ -> {
                return page(practice, facts, before, form, problem(aboutChange, "nothing", locale), locale);
            }
            case QuestionForm.Reading.Both _ -> {
                return page(practice, facts, before, form, problem(aboutChange, "both", locale), locale);
            }
        }
        return Pages.to(path(practice, visit, before));
    }

    private List<FieldProblem> problem(boolean aboutChange, String what, Locale locale) {
        return List.of(
                aboutChange
                        ? changes.problem(what, locale)
                        : new FieldProblem("ask", pages.say("intake.questions.error." + what, locale)));
    }

    private static String path(Practice practice, UUID visit, Technique technique) {
        var path = "/p/" + practice.slug() + "/appointments/" + visit + "/screening";
        return technique == Technique.INJECTION ? path + "?for=" + technique.code() : path;
    }

    /// A practitioner has looked at what is new, and says so in a word.
    @PostMapping("/review")
    ModelAndView review(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam(defaultValue = "") List<String> fact,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String back,
            SignedIn who,
            Locale locale) {
        var facts = visits.open(practice, visit, who);
        var said = other.isBlank() ? word(word, locale) : other.strip();
        if (said.isEmpty() || said.length() > FactReview.LONGEST_WORD) {
            var problem = new FieldProblem("review-other", pages.say("intake.review.error", locale));
            var page = page(practice, facts, Technique.DRY_NEEDLING, null, List.of(problem), locale);
            page.addObject("otherTyped", other);
            return page;
        }
        return switch (reviews.review(practice.id(), facts.chart(), visit, fact, said, who.actor())) {
            case ReviewFacts.Review.Kept _, ReviewFacts.Review.NothingOpen _ ->
                Pages.to(
                        "session".equals(back)
                                ? "/p/" + practice.slug() + "/appointments/" + visit + "/session"
                                : path(practice, visit, Technique.DRY_NEEDLING));
        };
    }

    private String word(String code, Locale locale) {
        return WORDS.contains(code) ? pages.say("intake.review.word." + code, locale) : "";
    }

    private ModelAndView page(
            Practice practice,
            VisitFacts visit,
            Technique technique,
            @Nullable MultiValueMap<String, String> form,
            List<FieldProblem> problems,
            Locale locale) {
        var page = new ModelAndView("intake/screening");
        visits.describe(page, practice, visit, locale);
        page.addObject("published", sets.published(practice, ContentSet.SCREENING));
        page.addObject("technique", technique.code());
        page.addObject("tabs", tabs(practice, visit, technique, locale));
        var standing = screenings.standing(practice.id(), visit.chart(), visit.visit(), technique);
        page.addObject("standing", standing(standing));
        if (standing instanceof ScreeningStanding.Suspended suspended) {
            page.addObject("facts", suspended.facts());
        }
        page.addObject(
                "reviews",
                reviews.of(practice.id(), visit.chart(), visit.visit()).stream()
                        .map(review -> review(practice, visit, review, locale))
                        .toList());
        var soFar = screenings.soFar(practice.id(), visit, technique);
        page.addObject("result", result(soFar));
        page.addObject(
                "reasons",
                soFar.because().stream().map(reason -> shown(reason, locale)).toList());
        var questionnaire = screenings.questionnaire(practice.id(), visit, technique);
        var since = questionnaire.changeSince();
        page.addObject(
                "changed",
                since.map(at -> changes.ask(at, visit.start().getZone(), locale))
                        .orElse(null));
        page.addObject("changes", changes.items(form, locale));
        page.addObject("groups", since.isPresent() ? List.of() : groups(questionnaire, form, locale));
        page.addObject("areas", forms.areas(locale));
        page.addObject("lines", lines(practice, visit, locale));
        return problems.isEmpty() ? Pages.withProblems(page, problems) : Pages.again(page, problems);
    }

    private String review(Practice practice, VisitFacts visit, FactReview review, Locale locale) {
        return pages.say(
                "intake.review.said",
                locale,
                review.word(),
                visits.name(practice.id(), review.by()),
                Pages.when(review.at(), visit.start().getZone(), practice, locale));
    }

    private List<Tab> tabs(Practice practice, VisitFacts visit, Technique current, Locale locale) {
        return Stream.of(Technique.DRY_NEEDLING, Technique.INJECTION)
                .map(technique -> new Tab(
                        path(practice, visit.visit(), technique),
                        pages.say("intake.technique." + technique.code(), locale),
                        technique == current))
                .toList();
    }

    private static String standing(ScreeningStanding standing) {
        return switch (standing) {
            case ScreeningStanding.NotAsked _ -> "notAsked";
            case ScreeningStanding.Incomplete _ -> "incomplete";
            case ScreeningStanding.Suspended _ -> "suspended";
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
        var first = answer.carriedFrom();
        return new Line(
                knowledge
                        .screeningQuestion(answer.question())
                        .map(question -> question.ask().in(locale))
                        .orElse(answer.question()),
                places.isEmpty() ? said : said + ": " + places,
                visits.who(practice.id(), answer.asked(), locale),
                Pages.when(answer.at(), zone, practice, locale),
                first == null
                        ? null
                        : pages.say("intake.answer.carried", locale, Pages.when(first, zone, practice, locale)),
                until.map(at -> Pages.when(at, zone, practice, locale))
                        .orElse(pages.say("intake.answer.over", locale)));
    }
}
