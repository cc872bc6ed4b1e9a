package org.needlepoint.frontdoor.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.frontdoor.SetUpPractice;
import org.needlepoint.frontdoor.SetupAddress;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The page on which an owner sets up the first practice of an installation.
@Controller
class SetupPages {
    private static final Map<String, String> BEGINNING =
            Map.of("zone", "America/New_York", "treats", "yes", "opens", "09:00", "closes", "17:00");

    private final SetupAddress address;
    private final SetUpPractice setUpPractice;
    private final MessageSource messages;

    SetupPages(SetupAddress address, SetUpPractice setUpPractice, MessageSource messages) {
        this.address = address;
        this.setUpPractice = setUpPractice;
        this.messages = messages;
    }

    @GetMapping("/setup/{token}")
    ModelAndView form(@PathVariable String token, Locale locale) {
        return switch (address.state(token)) {
            case OPEN -> page(token, BEGINNING, List.of(), locale);
            case USED -> used();
            case UNKNOWN -> throw new NotFound();
        };
    }

    @PostMapping("/setup/{token}")
    ModelAndView setUp(@PathVariable String token, @RequestParam Map<String, String> typed, Locale locale) {
        return switch (address.state(token)) {
            case OPEN -> read(token, typed, locale);
            case USED -> used();
            case UNKNOWN -> throw new NotFound();
        };
    }

    private ModelAndView read(String token, Map<String, String> typed, Locale locale) {
        return switch (new SetupForm(typed).read()) {
            case SetupForm.Reading.Valid(var plan) -> setUpPractice.setUp(plan) ? toSignIn(plan.slug()) : used();
            case SetupForm.Reading.Invalid(var problems) -> {
                var page = page(token, kept(typed), problems, locale);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    /// All that was typed but the passwords, with the proposed address of the site.
    private static Map<String, String> kept(Map<String, String> typed) {
        var kept = new HashMap<>(typed);
        kept.remove("password");
        kept.remove("passwordAgain");
        if (kept.getOrDefault("slug", "").isBlank()) {
            kept.put("slug", SetupForm.proposed(kept.getOrDefault("practice", "")));
        }
        return kept;
    }

    private static ModelAndView toSignIn(String slug) {
        var redirect = new RedirectView("/p/" + slug + "/sign-in", true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static ModelAndView used() {
        var page = new ModelAndView("frontdoor/setup-done");
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private ModelAndView page(
            String token, Map<String, String> typed, List<SetupForm.Problem> problems, Locale locale) {
        var errors = problems.stream()
                .map(problem -> new FieldProblem(problem.field(), messages.getMessage(problem.key(), null, locale)))
                .toList();
        var errorOf = new LinkedHashMap<String, String>();
        errors.forEach(error -> errorOf.putIfAbsent(error.field(), error.message()));
        var page = new ModelAndView("frontdoor/setup");
        page.addObject("token", token);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        page.addObject("errorOf", errorOf);
        page.addObject("zones", SetupChoices.zones(locale));
        page.addObject("professions", SetupChoices.professions(messages, locale));
        page.addObject(
                "treatsChoice",
                List.of(new Choice("yes", messages.getMessage("setup.treats.yes", null, locale), null)));
        page.addObject("treats", typed.containsKey("treats") ? List.of("yes") : List.of());
        return page;
    }
}
