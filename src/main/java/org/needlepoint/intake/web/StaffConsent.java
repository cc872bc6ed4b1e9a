package org.needlepoint.intake.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.Consent;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.Lessons;
import org.needlepoint.intake.Technique;
import org.needlepoint.intake.UnderstandingStanding;
import org.needlepoint.intake.VisitFacts;
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

/// The consent of a visit's patient for staff: what it covers, what was signed, and what the patient said aloud.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/consent")
class StaffConsent {
    private final StaffVisits visits;
    private final Consents consents;
    private final Lessons lessons;
    private final ContentSets sets;
    private final ConsentChoices choices;
    private final Pages pages;

    StaffConsent(
            StaffVisits visits,
            Consents consents,
            Lessons lessons,
            ContentSets sets,
            ConsentChoices choices,
            Pages pages) {
        this.visits = visits;
        this.consents = consents;
        this.lessons = lessons;
        this.sets = sets;
        this.choices = choices;
        this.pages = pages;
    }

    /// What is covered with one technique.
    record Covered(String technique, String areas) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        return page(practice, visits.open(practice, visit, who), locale);
    }

    /// What the patient said aloud: yes again, yes to one more area, no, no longer, or that it was explained.
    @PostMapping
    ModelAndView say(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn who,
            Locale locale) {
        var facts = visits.open(practice, visit, who);
        var asked = Asked.byStaff(who.actor());
        switch (String.valueOf(form.getFirst("said"))) {
            case "yes-again" -> consents.confirmAloud(practice.id(), facts.chart(), visit, asked);
            case "one-more" -> extend(practice, facts, form, asked);
            case "no-longer" -> consents.withdraw(practice.id(), facts.chart(), visit, asked);
            case "no" -> consents.refuse(practice.id(), facts.chart(), visit, asked);
            case "explained" -> lessons.explained(practice.id(), facts.chart(), visit, asked);
            default -> {
                var page = page(practice, facts, locale);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                return page;
            }
        }
        return Pages.to("/p/" + practice.slug() + "/appointments/" + visit + "/consent");
    }

    private void extend(Practice practice, VisitFacts visit, MultiValueMap<String, String> form, Asked asked) {
        var technique = Arrays.stream(Technique.values())
                .filter(each -> each.code().equals(form.getFirst("technique")))
                .findFirst();
        var area = Arrays.stream(BodyArea.values())
                .filter(each -> each.code().equals(form.getFirst("area")))
                .findFirst();
        if (technique.isPresent() && area.isPresent()) {
            consents.extendAloud(practice.id(), visit.chart(), visit.visit(), area.get(), technique.get(), asked);
        }
    }

    private ModelAndView page(Practice practice, VisitFacts visit, Locale locale) {
        var page = new ModelAndView("intake/staff-consent");
        visits.describe(page, practice, visit, locale);
        var zone = visit.start().getZone();
        page.addObject("published", sets.published(practice, ContentSet.CONSENT));
        page.addObject(
                "explain", lessons.standing(practice.id(), visit.chart()) instanceof UnderstandingStanding.ToExplain);
        page.addObject(
                "understood",
                lessons.standing(practice.id(), visit.chart()) instanceof UnderstandingStanding.Understood);
        page.addObject("areas", choices.areas(locale));
        page.addObject(
                "techniques",
                Arrays.stream(Technique.values())
                        .map(technique -> new Pages.Option(
                                technique.code(), pages.say("intake.technique." + technique.code(), locale), null))
                        .toList());
        switch (consents.standing(practice.id(), visit.chart())) {
            case ConsentStanding.None _ -> page.addObject("state", "none");
            case ConsentStanding.Altered _ -> page.addObject("state", "altered");
            case ConsentStanding.Refused(var at) -> {
                page.addObject("state", "refused");
                page.addObject("at", Pages.when(at, zone, practice, locale));
            }
            case ConsentStanding.Withdrawn withdrawn -> {
                page.addObject("state", "withdrawn");
                page.addObject("at", Pages.when(withdrawn.at(), zone, practice, locale));
                signed(page, practice, visit, withdrawn.consent(), locale);
            }
            case ConsentStanding.Given(var consent) -> {
                page.addObject("state", "given");
                page.addObject("at", Pages.when(consent.givenAt(), zone, practice, locale));
                page.addObject("confirmed", consent.confirmedAt(visit.visit()));
                page.addObject("covered", covered(consent, locale));
                page.addObject("who", visits.who(practice.id(), consent.asked(), locale));
                signed(page, practice, visit, consent, locale);
            }
        }
        return Pages.withProblems(page, List.of());
    }

    private void signed(ModelAndView page, Practice practice, VisitFacts visit, Consent consent, Locale locale) {
        consents.signed(practice.id(), consent).ifPresent(signed -> {
            page.addObject("signed", signed);
            page.addObject(
                    "signedWhen", Pages.when(signed.signedAt(), visit.start().getZone(), practice, locale));
        });
    }

    private List<Covered> covered(Consent consent, Locale locale) {
        return Arrays.stream(Technique.values())
                .filter(consent.covered()::containsKey)
                .map(technique -> new Covered(
                        pages.say("intake.technique." + technique.code(), locale),
                        Arrays.stream(BodyArea.values())
                                .filter(area ->
                                        area.regions().stream().anyMatch(region -> consent.covers(region, technique)))
                                .map(area -> pages.say("intake.area." + area.code(), locale))
                                .collect(Collectors.joining(", "))))
                .toList();
    }
}
