package org.needlepoint.intake.web;

import java.util.Locale;
import java.util.UUID;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.practice.Practice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The consent of a visit's patient to injections, for staff: apart from the consent to needling.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/injection-consent")
class StaffInjectionConsent {
    private static final String TEMPLATE = "intake/staff-injection-consent";

    private final StaffVisits visits;
    private final ConsentModel model;
    private final SaidOfConsent saidOfConsent;

    StaffInjectionConsent(StaffVisits visits, ConsentModel model, SaidOfConsent saidOfConsent) {
        this.visits = visits;
        this.model = model;
        this.saidOfConsent = saidOfConsent;
    }

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        return model.page(TEMPLATE, practice, visits.open(practice, visit, who), ConsentTo.INJECTION, who, locale);
    }

    @PostMapping
    ModelAndView say(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn who,
            Locale locale) {
        var facts = visits.open(practice, visit, who);
        return switch (saidOfConsent.keep(practice, facts, ConsentTo.INJECTION, form, who, locale)) {
            case SaidOfConsent.Keeping.Kept _ ->
                Pages.to("/p/" + practice.slug() + "/appointments/" + visit + "/injection-consent");
            case SaidOfConsent.Keeping.Wrong(var problems) -> {
                var page = model.page(TEMPLATE, practice, facts, ConsentTo.INJECTION, who, locale);
                page.addObject("typed", form.toSingleValueMap());
                yield Pages.again(page, problems);
            }
            case SaidOfConsent.Keeping.Unknown _ -> {
                var page = model.page(TEMPLATE, practice, facts, ConsentTo.INJECTION, who, locale);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }
}
