package org.needlepoint.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Lesson;
import org.needlepoint.identity.SignInState;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.Figures;
import org.needlepoint.intake.Lessons;
import org.needlepoint.intake.UnderstandingStanding;
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

/// What is taught before consent, with its questions. After two wrong answers the practitioner explains (rule W4).
@Controller
@RequestMapping("/p/{slug}/prepare/{token}/lessons")
class PrepareLessons {
    private final Doorway door;
    private final Lessons lessons;
    private final ContentSets sets;
    private final Figures figures;
    private final Pages pages;

    PrepareLessons(Doorway door, Lessons lessons, ContentSets sets, Figures figures, Pages pages) {
        this.door = door;
        this.lessons = lessons;
        this.sets = sets;
        this.figures = figures;
        this.pages = pages;
    }

    /// A lesson on the page.
    ///
    /// @param ask     its question while that has no right answer; null otherwise
    /// @param explain said after a wrong answer; null before
    record Shown(
            String id,
            String title,
            List<String> points,
            List<Figures.Line> figures,
            List<String> sources,
            @Nullable String ask,
            List<Pages.Option> choices,
            @Nullable String chosen,
            @Nullable String explain) {}

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable String token,
            SignInState state,
            HttpServletRequest request,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> {
            published(practice);
            return page(lessons.standing(practice.id(), inside.visit().chart()), Map.of(), List.of(), locale);
        });
    }

    @PostMapping
    ModelAndView answer(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            SignInState state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> {
            published(practice);
            var visit = inside.visit();
            var before = lessons.standing(practice.id(), visit.chart());
            var chosen = chosen(open(before), form);
            var unanswered = open(before).stream()
                    .filter(lesson -> !chosen.containsKey(lesson.id()))
                    .map(lesson -> new FieldProblem(lesson.id(), pages.say("intake.lessons.error.choose", locale)))
                    .toList();
            if (!unanswered.isEmpty()) {
                return Pages.again(page(before, chosen, unanswered, locale), unanswered);
            }
            var after = lessons.answer(practice.id(), visit.chart(), visit.visit(), chosen, inside.asked());
            door.open(practice, visit.visit(), inside.path(), response);
            var wrong = open(after).stream()
                    .map(lesson -> new FieldProblem(lesson.id(), pages.say("intake.lessons.error.wrong", locale)))
                    .toList();
            return wrong.isEmpty()
                    ? Pages.to(inside.path() + "?done=saved")
                    : Pages.again(page(after, chosen, wrong, locale), wrong);
        });
    }

    private void published(Practice practice) {
        if (!sets.published(practice, ContentSet.CONSENT)) {
            throw new NotFound();
        }
    }

    private static List<Lesson> open(UnderstandingStanding standing) {
        return standing instanceof UnderstandingStanding.NotYet(var open) ? open : List.of();
    }

    private static Map<String, Integer> chosen(List<Lesson> open, MultiValueMap<String, String> form) {
        var chosen = new HashMap<String, Integer>();
        for (var lesson : open) {
            var value = form.getFirst(lesson.id());
            if (value != null && value.matches("[0-9]")) {
                chosen.put(lesson.id(), Integer.valueOf(value));
            }
        }
        return chosen;
    }

    private ModelAndView page(
            UnderstandingStanding standing, Map<String, Integer> chosen, List<FieldProblem> problems, Locale locale) {
        var shown = new ArrayList<Shown>();
        for (var lesson : lessons.of(Lesson.Part.EDUCATION)) {
            var again = problems.stream().anyMatch(problem -> problem.field().equals(lesson.id()))
                    && chosen.containsKey(lesson.id());
            shown.add(shown(lesson, open(standing).contains(lesson), again ? chosen.get(lesson.id()) : null, locale));
        }
        var page = new ModelAndView("intake/lessons");
        page.addObject("lessons", shown);
        page.addObject("open", !open(standing).isEmpty());
        page.addObject("explain", standing instanceof UnderstandingStanding.ToExplain);
        return Pages.withProblems(page, problems);
    }

    private Shown shown(Lesson lesson, boolean open, @Nullable Integer wrong, Locale locale) {
        var check = open ? lesson.check() : null;
        var choices = new ArrayList<Pages.Option>();
        if (check != null) {
            for (int i = 0; i < check.choices().size(); i++) {
                choices.add(new Pages.Option(
                        String.valueOf(i), check.choices().get(i).text().in(locale), null));
            }
        }
        return new Shown(
                lesson.id(),
                lesson.title().in(locale),
                lesson.points().stream().map(point -> point.text().in(locale)).toList(),
                figures.of(lesson, locale),
                figures.sources(List.of(lesson)),
                check == null ? null : check.ask().in(locale),
                choices,
                wrong == null ? null : wrong.toString(),
                check == null || wrong == null ? null : check.explain().in(locale));
    }
}
