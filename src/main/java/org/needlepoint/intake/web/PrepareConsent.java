package org.needlepoint.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needlepoint.documents.Signature;
import org.needlepoint.identity.SignInState;
import org.needlepoint.intake.Circumstance;
import org.needlepoint.intake.Consent;
import org.needlepoint.intake.ConsentScope;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentStanding.NotEnough.Why;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Consent by the patient: choose, read, sign; or refuse, or take it back.
@Controller
@RequestMapping("/p/{slug}/prepare/{token}")
class PrepareConsent {
    private static final int LONGEST_NAME = 200;

    private final Doorway door;
    private final Consents consents;
    private final ContentSets sets;
    private final ConsentChoices choices;
    private final GuardianForm guardian;
    private final Pages pages;

    PrepareConsent(
            Doorway door,
            Consents consents,
            ContentSets sets,
            ConsentChoices choices,
            GuardianForm guardian,
            Pages pages) {
        this.door = door;
        this.consents = consents;
        this.sets = sets;
        this.choices = choices;
        this.guardian = guardian;
        this.pages = pages;
    }

    @GetMapping("/consent")
    ModelAndView show(
            Practice practice,
            @PathVariable String token,
            SignInState state,
            HttpServletRequest request,
            Locale locale) {
        return door.enter(
                practice, token, state, request, locale, inside -> choose(practice, inside, List.of(), locale));
    }

    /// What was chosen: the text to read and sign, or a refusal.
    @PostMapping("/consent")
    ModelAndView choose(
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
            if ("none".equals(form.getFirst("where"))) {
                consents.refuse(practice.id(), visit.chart(), visit.visit(), inside.asked());
                door.open(practice, visit.visit(), inside.path(), response);
                return Pages.to(inside.path() + "?done=saved");
            }
            var scope = choices.scope(form, visit.zones());
            if (scope.isEmpty()) {
                var key = form.getFirst("where") == null ? "intake.consent.error.choose" : "intake.consent.error.area";
                var field = form.getFirst("where") == null ? "where" : "area";
                return choose(practice, inside, List.of(new FieldProblem(field, pages.say(key, locale))), locale);
            }
            return sign(practice, inside, scope.get(), form, List.of(), locale);
        });
    }

    @PostMapping("/signature")
    ModelAndView sign(
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
            var scope = choices.scope(form, visit.zones());
            if (scope.isEmpty()) {
                return Pages.to(inside.path() + "/consent");
            }
            if (!sets.edition(ContentSet.CONSENT).equals(form.getFirst("edition"))) {
                var page = sign(practice, inside, scope.get(), form, List.of(), locale);
                page.addObject("changed", true);
                page.setStatus(HttpStatus.CONFLICT);
                return page;
            }
            var name = String.valueOf(form.getOrDefault("name", List.of("")).getFirst())
                    .strip();
            var problems = new ArrayList<FieldProblem>();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                problems.add(new FieldProblem("name", pages.say("intake.consent.error.name", locale)));
            }
            var told = consents.needsGuardian(practice.id(), visit.chart())
                    ? guardian.read(form, name, !inside.tablet(), problems, locale)
                    : List.<Circumstance>of();
            if (!problems.isEmpty()) {
                return sign(practice, inside, scope.get(), form, problems, locale);
            }
            consents.give(
                    practice,
                    visit.chart(),
                    visit.visit(),
                    scope.get(),
                    signature(name, form),
                    told,
                    locale,
                    inside.asked());
            door.open(practice, visit.visit(), inside.path(), response);
            return Pages.to(inside.path() + "?done=saved");
        });
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            Practice practice,
            @PathVariable String token,
            SignInState state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return door.enter(practice, token, state, request, locale, inside -> {
            var visit = inside.visit();
            consents.withdraw(practice.id(), visit.chart(), visit.visit(), inside.asked());
            door.open(practice, visit.visit(), inside.path(), response);
            return Pages.to(inside.path() + "?done=saved");
        });
    }

    private static Signature signature(String name, MultiValueMap<String, String> form) {
        var path = form.getFirst("path");
        return path != null && !path.isEmpty() && Signature.Drawn.isPath(path)
                ? new Signature.Drawn(name, path)
                : new Signature.Typed(name);
    }

    private void published(Practice practice) {
        if (!sets.published(practice, ContentSet.CONSENT)) {
            throw new NotFound();
        }
    }

    private ModelAndView choose(Practice practice, Doorway.Inside inside, List<FieldProblem> problems, Locale locale) {
        published(practice);
        var visit = inside.visit();
        var page = new ModelAndView("intake/consent");
        var suggested = choices.suggested(visit.zones());
        page.addObject("ways", choices.ways(suggested, locale));
        page.addObject("areas", choices.areas(locale));
        var standing = consents.standing(practice.id(), visit.chart());
        page.addObject("altered", standing instanceof ConsentStanding.Altered);
        page.addObject("refused", standing instanceof ConsentStanding.Refused);
        if (standing instanceof ConsentStanding.NotEnough(var consent, var why)) {
            page.addObject("notEnough", why.code());
            if (why == Why.GUARDIAN_NOT_IDENTIFIED) {
                given(practice, inside, consent, page, locale);
            }
        }
        page.addObject("withdrawn", standing instanceof ConsentStanding.Withdrawn);
        if (standing instanceof ConsentStanding.Given(var consent)) {
            given(practice, inside, consent, page, locale);
        }
        return problems.isEmpty() ? Pages.withProblems(page, problems) : Pages.again(page, problems);
    }

    /// What was signed, from the bytes that were kept.
    private void given(Practice practice, Doorway.Inside inside, Consent consent, ModelAndView page, Locale locale) {
        consents.signed(practice.id(), consent).ifPresent(signed -> {
            page.addObject("signed", signed);
            page.addObject(
                    "signedWhen",
                    Pages.when(signed.signedAt(), inside.visit().start().getZone(), practice, locale));
        });
    }

    private ModelAndView sign(
            Practice practice,
            Doorway.Inside inside,
            ConsentScope scope,
            MultiValueMap<String, String> form,
            List<FieldProblem> problems,
            Locale locale) {
        var page = new ModelAndView("intake/consent-sign");
        var chart = inside.visit().chart();
        page.addObject("document", consents.document(practice, chart, scope, locale));
        if (consents.needsGuardian(practice.id(), chart)) {
            page.addObject("authorities", guardian.authorities(locale));
            page.addObject("assents", guardian.assents(locale));
        }
        page.addObject("typed", form.toSingleValueMap());
        page.addObject(
                "refused",
                scope.refusedInOrder().stream().map(area -> area.code()).toList());
        page.addObject("edition", sets.edition(ContentSet.CONSENT));
        page.addObject(
                "areas", scope.areasInOrder().stream().map(area -> area.code()).toList());
        page.addObject(
                "techniques",
                scope.techniquesInOrder().stream()
                        .map(technique -> technique.code())
                        .toList());
        page.addObject("name", form.getFirst("name"));
        page.addObject("pageScripts", List.of("intake"));
        return problems.isEmpty() ? Pages.withProblems(page, problems) : Pages.again(page, problems);
    }
}
