package org.needlepoint.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.needlepoint.identity.SignInState;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.Questionnaire;
import org.needlepoint.intake.Questionnaire.Page;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
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

/// The health questions for a patient: one topic a page, kept page by page.
@Controller
@RequestMapping("/p/{slug}/prepare/{token}/questions")
class PrepareQuestions {
    private final Doorway door;
    private final Screenings screenings;
    private final ContentSets sets;
    private final QuestionForm forms;
    private final ChangeForm changes;
    private final Pages pages;

    PrepareQuestions(
            Doorway door,
            Screenings screenings,
            ContentSets sets,
            QuestionForm forms,
            ChangeForm changes,
            Pages pages) {
        this.door = door;
        this.screenings = screenings;
        this.sets = sets;
        this.forms = forms;
        this.changes = changes;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView next(
            Practice practice,
            @PathVariable String token,
            SignInState state,
            HttpServletRequest request,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> {
            var questionnaire = questionnaire(practice, inside);
            var page =
                    questionnaire.next().or(() -> questionnaire.pages().stream().findFirst());
            return Pages.to(page.map(each -> inside.path() + "/questions/" + each.code())
                    .orElse(inside.path()));
        });
    }

    @GetMapping("/{page}")
    ModelAndView show(
            Practice practice,
            @PathVariable String token,
            @PathVariable String page,
            SignInState state,
            HttpServletRequest request,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> {
            var questionnaire = questionnaire(practice, inside);
            var asked = questionnaire.page(page).orElseThrow(NotFound::new);
            return page(
                    inside.visit().start().getZone(),
                    questionnaire,
                    asked,
                    forms.items(asked.questions(), questionnaire, locale),
                    List.of(),
                    locale);
        });
    }

    @PostMapping("/{page}")
    ModelAndView answer(
            Practice practice,
            @PathVariable String token,
            @PathVariable String page,
            @RequestParam MultiValueMap<String, String> form,
            SignInState state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> {
            var questionnaire = questionnaire(practice, inside);
            var asked = questionnaire.page(page).orElseThrow(NotFound::new);
            var visit = inside.visit();
            switch (asked instanceof Page.Changed ? changes.read(form) : forms.read(asked.questions(), form)) {
                case QuestionForm.Reading.Answers(var said) ->
                    screenings.record(practice.id(), visit.chart(), visit.visit(), said, inside.asked());
                case QuestionForm.Reading.Changed(var told) ->
                    screenings.reportChange(practice.id(), visit, told, inside.asked());
                case QuestionForm.Reading.Nothing _ -> {
                    return again(visit.start().getZone(), questionnaire, asked, form, "nothing", locale);
                }
                case QuestionForm.Reading.Both _ -> {
                    return again(visit.start().getZone(), questionnaire, asked, form, "both", locale);
                }
            }
            door.open(practice, visit.visit(), inside.path(), response);
            var more = questionnaire(practice, inside).next().isPresent();
            return Pages.to(inside.path() + (more ? "/questions" : "?done=saved"));
        });
    }

    private ModelAndView again(
            ZoneId zone,
            Questionnaire questionnaire,
            Page asked,
            MultiValueMap<String, String> form,
            String what,
            Locale locale) {
        var problem = asked instanceof Page.Changed
                ? changes.problem(what, locale)
                : new FieldProblem(
                        "yes-" + asked.questions().getFirst().id(),
                        pages.say("intake.questions.error." + what, locale));
        var page = page(
                zone, questionnaire, asked, forms.items(asked.questions(), form, locale), List.of(problem), locale);
        page.addObject("changes", changes.items(form, locale));
        return Pages.again(page, List.of(problem));
    }

    private ModelAndView page(
            ZoneId zone,
            Questionnaire questionnaire,
            Page asked,
            List<QuestionForm.Item> items,
            List<FieldProblem> problems,
            Locale locale) {
        var page = new ModelAndView(asked instanceof Page.Changed ? "intake/changed" : "intake/questions");
        var all = questionnaire.pages().stream().map(Page::code).toList();
        page.addObject("step", pages.say("intake.questions.step", locale, all.indexOf(asked.code()) + 1, all.size()));
        page.addObject("title", title(asked, zone, locale));
        page.addObject("heading", title(asked, zone, locale));
        page.addObject("page", asked.code());
        page.addObject("items", items);
        page.addObject("changes", changes.items(null, locale));
        page.addObject("areas", forms.areas(locale));
        return Pages.withProblems(page, problems);
    }

    private String title(Page asked, ZoneId zone, Locale locale) {
        return switch (asked) {
            case Page.Changed changed -> changes.ask(changed.since(), zone, locale);
            case Page.EachVisit _ -> pages.say("intake.topic.each-visit", locale);
            case Page.About about -> pages.say("intake.topic." + about.topic().code(), locale);
        };
    }

    private Questionnaire questionnaire(Practice practice, Doorway.Inside inside) {
        if (!sets.published(practice, ContentSet.SCREENING)) {
            throw new NotFound();
        }
        return screenings.questionnaire(practice.id(), inside.visit(), Technique.DRY_NEEDLING);
    }
}
