package org.needlepoint.frontdoor.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.anatomy.RedFlagLevel;
import org.needlepoint.anatomy.RedFlagQuestion;
import org.needlepoint.anatomy.RedFlags;
import org.needlepoint.frontdoor.LikelyMuscles;
import org.needlepoint.frontdoor.PainStory;
import org.needlepoint.frontdoor.library.BesideMuscles;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// "Where's your pain?": the drawing, the questions that come before anything else, and what is often linked to it. The
/// drawing travels in the forms; nothing is stored (rule P2).
@Controller
@RequestMapping("/p/{slug}/pain")
class PainPages {
    private final PainFormReader pain;
    private final RedFlags redFlags;
    private final LikelyMuscles likely;
    private final BesideMuscles others;
    private final MapViews map;
    private final ContentSets content;
    private final MessageSource messages;

    PainPages(
            PainFormReader pain,
            RedFlags redFlags,
            LikelyMuscles likely,
            BesideMuscles others,
            MapViews map,
            ContentSets content,
            MessageSource messages) {
        this.pain = pain;
        this.redFlags = redFlags;
        this.likely = likely;
        this.others = others;
        this.map = map;
        this.content = content;
        this.messages = messages;
    }

    /// A question of the second page.
    record Question(String field, String ask, String chosen) {}

    /// A muscle of the third page.
    ///
    /// @param where painted places on its pattern, in words
    record Muscle(String id, String name, String where, List<Integer> sources) {}

    @GetMapping
    ModelAndView map(Practice practice, Locale locale) {
        return mapPage(practice, PainStory.NONE, List.of(), locale);
    }

    @PostMapping
    ModelAndView mapAgain(Practice practice, @RequestParam MultiValueMap<String, String> form, Locale locale) {
        return mapPage(practice, pain.read(form).story(), List.of(), locale);
    }

    @PostMapping("/questions")
    ModelAndView questions(Practice practice, @RequestParam MultiValueMap<String, String> form, Locale locale) {
        var read = pain.read(form);
        var problems = problems(read, locale);
        if (!problems.isEmpty()) {
            return mapPage(practice, read.story(), problems, locale);
        }
        var story = read.story();
        var page = page("frontdoor/questions", story, locale);
        page.addObject(
                "questions",
                redFlags.questionsFor(story.zones(), null).stream()
                        .map(question -> new Question(
                                "answer-" + question.id(),
                                question.ask().in(locale),
                                story.answers().containsKey(question.id())
                                        ? story.answers()
                                                .get(question.id())
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                        : ""))
                        .toList());
        page.addObject(
                "choices",
                Stream.of("yes", "no", "unsure")
                        .map(value -> new Choice(
                                value, messages.getMessage("frontdoor.questions." + value, null, locale), null))
                        .toList());
        page.addObject("hidden", PainForm.fields(story.unanswered()));
        page.addObject("emergencyLine", true);
        return page;
    }

    @PostMapping("/result")
    ModelAndView result(Practice practice, @RequestParam MultiValueMap<String, String> form, Locale locale) {
        var read = pain.read(form);
        var problems = problems(read, locale);
        if (!problems.isEmpty()) {
            return mapPage(practice, read.story(), problems, locale);
        }
        var story = read.story();
        var judgement = redFlags.judge(story.answers());
        var level = judgement.level().orElse(null);
        if (level != null && level.stopsBooking()) {
            return stopPage(judgement, locale);
        }
        var published = content.published(practice, ContentSet.LOCATOR);
        var telling = published ? likely.tell(story, locale) : LikelyMuscles.Telling.NOTHING;
        var page = page("frontdoor/result", story, locale);
        page.addObject("hidden", PainForm.fields(story));
        page.addObject("emergencyLine", true);
        page.addObject("level", level == null ? "" : level.word());
        page.addObject("instructions", instructions(judgement.setOff(), locale));
        page.addObject(
                "unsure",
                judgement.unsettled().stream()
                        .map(question -> question.ask().in(locale))
                        .toList());
        page.addObject("published", published);
        page.addObject(
                "muscles",
                telling.muscles().stream()
                        .map(muscle -> new Muscle(
                                muscle.id(), muscle.name(), words(muscle.zones(), story, locale), muscle.sources()))
                        .toList());
        page.addObject("unexplained", words(telling.unexplained(), story, locale));
        page.addObject("unreviewed", telling.muscles().stream().anyMatch(muscle -> !muscle.reviewed()));
        var beside = others.tell(published ? story.zones() : List.of(), telling.sources(), locale);
        page.addObject("others", beside);
        page.addObject("citations", Citations.numbered(beside.sources()));
        return page;
    }

    /// An answer that means danger: what to do stands alone, plainly, and no booking is offered (rule C2).
    static ModelAndView stopPage(RedFlags.Judgement judgement, Locale locale) {
        var level = judgement.level().orElseThrow();
        var page = new ModelAndView(level == RedFlagLevel.EMERGENCY ? "frontdoor/emergency" : "frontdoor/today-care");
        page.addObject("instructions", instructions(atLevel(judgement, level), locale));
        return page;
    }

    private static List<RedFlagQuestion> atLevel(RedFlags.Judgement judgement, RedFlagLevel level) {
        return judgement.setOff().stream()
                .filter(question -> question.level() == level)
                .toList();
    }

    private static List<String> instructions(List<RedFlagQuestion> setOff, Locale locale) {
        return setOff.stream()
                .map(question -> question.instruction().in(locale))
                .distinct()
                .toList();
    }

    private String words(List<String> zones, PainStory story, Locale locale) {
        return story.marks().stream()
                .filter(mark -> zones.contains(mark.zone()))
                .map(mark -> map.label(mark.zone(), mark.side(), locale))
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private List<FieldProblem> problems(PainForm read, Locale locale) {
        if (read.faults().isEmpty() && read.story().isBlank()) {
            return List.of(
                    new FieldProblem("body-map", messages.getMessage("frontdoor.pain.error.none", null, locale)));
        }
        return read.faults().stream()
                .distinct()
                .map(fault -> new FieldProblem(
                        fault.field(),
                        messages.getMessage(
                                "frontdoor.pain.error." + fault.kind().key(), limits(fault.kind()), locale)))
                .toList();
    }

    private static Object @Nullable [] limits(PainForm.Kind kind) {
        return switch (kind) {
            case TOO_MANY_MARKS -> new Object[] {PainRequest.MOST_MARKS};
            case TOO_MANY_OUTLINES -> new Object[] {PainForm.MOST_OUTLINES};
            case TOO_MANY_POINTS -> new Object[] {PainForm.MOST_POINTS};
            case ZONE, INTENSITY, QUALITY, OUTLINE, OUTSIDE, ANSWER -> null;
        };
    }

    private ModelAndView mapPage(Practice practice, PainStory story, List<FieldProblem> problems, Locale locale) {
        var page = page("frontdoor/pain", story, locale);
        page.addObject("groups", map.groups(story.named(), locale));
        page.addObject("qualities", map.qualities(locale));
        page.addObject("outlines", PainForm.outlines(story.outlines()));
        page.addObject("action", "/p/" + practice.slug() + "/pain/questions");
        page.addObject("hidden", List.of());
        page.addObject("errors", problems);
        page.addObject("emergencyLine", true);
        page.addObject("pageScripts", List.of("bodymap"));
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private ModelAndView page(String view, PainStory story, Locale locale) {
        var page = new ModelAndView(view);
        page.addObject("marks", map.marks(story.marks(), locale));
        page.addObject("mapViews", map.views(story.named(), story.outlines(), locale));
        return page;
    }
}
