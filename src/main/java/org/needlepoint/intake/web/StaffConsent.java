package org.needlepoint.intake.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.needlepoint.documents.SignedDocument;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.Circumstance;
import org.needlepoint.intake.Consent;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.Lessons;
import org.needlepoint.intake.MinorPrivacies;
import org.needlepoint.intake.PhotoConsents;
import org.needlepoint.intake.Technique;
import org.needlepoint.intake.UnderstandingStanding;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.practice.Practice;
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

/// The consent of a visit's patient for staff: what it covers, what was signed, and what the patient said aloud.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/consent")
class StaffConsent {
    private final StaffVisits visits;
    private final Consents consents;
    private final Lessons lessons;
    private final ContentSets sets;
    private final ConsentChoices choices;
    private final CircumstanceForm circumstances;
    private final MinorPrivacies privacies;
    private final PhotoConsents photos;
    private final YesAloud yesAloud;
    private final Pages pages;

    StaffConsent(
            StaffVisits visits,
            Consents consents,
            Lessons lessons,
            ContentSets sets,
            ConsentChoices choices,
            CircumstanceForm circumstances,
            MinorPrivacies privacies,
            PhotoConsents photos,
            YesAloud yesAloud,
            Pages pages) {
        this.visits = visits;
        this.consents = consents;
        this.lessons = lessons;
        this.sets = sets;
        this.choices = choices;
        this.circumstances = circumstances;
        this.privacies = privacies;
        this.photos = photos;
        this.yesAloud = yesAloud;
        this.pages = pages;
    }

    /// A consent that was given before, as it was signed.
    record Earlier(SignedDocument signed, String when) {}

    /// What is covered with one technique.
    record Covered(String technique, String areas) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        return page(practice, visits.open(practice, visit, who), who, locale);
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
            case "one-more" -> {
                if (!yesAloud.isEnough(practice.id(), facts, who)) {
                    var problem = new FieldProblem("area", pages.say("intake.staffConsent.signed.lead", locale));
                    return Pages.again(page(practice, facts, who, locale), List.of(problem));
                }
                aloud(
                        form,
                        (area, technique) ->
                                consents.extendAloud(practice.id(), facts.chart(), visit, area, technique, asked));
            }
            case "not-there" ->
                aloud(
                        form,
                        (area, technique) ->
                                consents.narrowAloud(practice.id(), facts.chart(), visit, area, technique, asked));
            case "identified" -> {
                var means = CircumstanceForm.means(form);
                if (means.isEmpty()) {
                    var problem = new FieldProblem("means", pages.say("intake.how.error.means", locale));
                    return Pages.again(page(practice, facts, who, locale), List.of(problem));
                }
                consents.tell(practice.id(), facts.chart(), visit, List.of(means.get()), asked);
            }
            case "how" -> {
                var problems = new ArrayList<FieldProblem>();
                var told = circumstances.read(form, problems, locale);
                if (!problems.isEmpty()) {
                    var page = page(practice, facts, who, locale);
                    page.addObject("typed", form.toSingleValueMap());
                    return Pages.again(page, problems);
                }
                consents.tell(practice.id(), facts.chart(), visit, told, asked);
            }
            case "photos" -> {
                var uses = form.getOrDefault("use", List.of()).stream()
                        .flatMap(code -> PhotoConsents.Use.ofCode(code).stream())
                        .collect(Collectors.toSet());
                if (uses.isEmpty()) {
                    var problem = new FieldProblem("use", pages.say("intake.photos.error", locale));
                    return Pages.again(page(practice, facts, who, locale), List.of(problem));
                }
                photos.give(practice.id(), facts.chart(), visit, uses, asked);
            }
            case "no-photos" -> photos.refuse(practice.id(), facts.chart(), visit, asked);
            case "photos-no-longer" -> photos.withdraw(practice.id(), facts.chart(), visit, asked);
            case "minor-privacy" -> {
                var problems = new ArrayList<FieldProblem>();
                var rule = circumstances.privacy(practice, facts.location(), form, problems, locale);
                if (rule == null) {
                    var page = page(practice, facts, who, locale);
                    page.addObject("typed", form.toSingleValueMap());
                    return Pages.again(page, problems);
                }
                privacies.add(practice.id(), rule, who.actor());
            }
            case "no-longer" -> consents.withdraw(practice.id(), facts.chart(), visit, asked);
            case "no" -> consents.refuse(practice.id(), facts.chart(), visit, asked);
            case "explained" -> lessons.explained(practice.id(), facts.chart(), visit, asked);
            default -> {
                var page = page(practice, facts, who, locale);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                return page;
            }
        }
        return Pages.to("/p/" + practice.slug() + "/appointments/" + visit + "/consent");
    }

    private static void aloud(MultiValueMap<String, String> form, BiConsumer<BodyArea, Technique> said) {
        var technique = Arrays.stream(Technique.values())
                .filter(each -> each.code().equals(form.getFirst("technique")))
                .findFirst();
        var area = Arrays.stream(BodyArea.values())
                .filter(each -> each.code().equals(form.getFirst("area")))
                .findFirst();
        if (technique.isPresent() && area.isPresent()) {
            said.accept(area.get(), technique.get());
        }
    }

    private ModelAndView page(Practice practice, VisitFacts visit, SignedIn who, Locale locale) {
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
            case ConsentStanding.NotEnough(var consent, var why) -> {
                page.addObject("state", "not-enough");
                page.addObject("why", why.code());
                given(page, practice, visit, consent, locale);
            }
            case ConsentStanding.Given(var consent) -> {
                page.addObject("state", "given");
                page.addObject("confirmed", consent.confirmedAt(visit.visit()));
                given(page, practice, visit, consent, locale);
            }
        }
        page.addObject("typed", Map.of());
        page.addObject("minor", consents.needsGuardian(practice.id(), visit.chart()));
        page.addObject("aloud", yesAloud.isEnough(practice.id(), visit, who));
        page.addObject("assents", circumstances.assents(locale));
        page.addObject("means", circumstances.means(locale));
        page.addObject("answers", circumstances.answers(locale));
        page.addObject("privacy", circumstances.words(privacies.at(practice, visit.location()), locale));
        photos(page, practice, visit, locale);
        var signings = consents.everSigned(practice.id(), visit.chart());
        page.addObject(
                "earlier",
                signings.stream()
                        .skip(page.getModel().containsKey("signed") ? 1 : 0)
                        .map(each -> new Earlier(each, Pages.when(each.signedAt(), zone, practice, locale)))
                        .toList());
        return Pages.withProblems(page, List.of());
    }

    private void photos(ModelAndView page, Practice practice, VisitFacts visit, Locale locale) {
        page.addObject(
                "uses",
                Arrays.stream(PhotoConsents.Use.values())
                        .map(use ->
                                new Pages.Option(use.code(), pages.say("intake.photos." + use.code(), locale), null))
                        .toList());
        var zone = visit.start().getZone();
        var standing = photos.standing(practice.id(), visit.chart());
        page.addObject("photosGiven", standing instanceof PhotoConsents.Standing.Given);
        page.addObject(
                "photos",
                switch (standing) {
                    case PhotoConsents.Standing.NotAsked _ -> pages.say("intake.photos.notAsked", locale);
                    case PhotoConsents.Standing.Given given ->
                        pages.say(
                                "intake.photos.given",
                                locale,
                                Arrays.stream(PhotoConsents.Use.values())
                                        .filter(given.uses()::contains)
                                        .map(use -> pages.say("intake.photos." + use.code(), locale))
                                        .collect(Collectors.joining("; ")),
                                Pages.when(given.at(), zone, practice, locale));
                    case PhotoConsents.Standing.Refused refused ->
                        pages.say("intake.photos.refused", locale, Pages.when(refused.at(), zone, practice, locale));
                    case PhotoConsents.Standing.Withdrawn withdrawn ->
                        pages.say(
                                "intake.photos.withdrawn", locale, Pages.when(withdrawn.at(), zone, practice, locale));
                });
    }

    private void given(ModelAndView page, Practice practice, VisitFacts visit, Consent consent, Locale locale) {
        page.addObject("at", Pages.when(consent.givenAt(), visit.start().getZone(), practice, locale));
        page.addObject("covered", covered(consent, locale));
        page.addObject("refused", areas(consent::refuses, locale));
        page.addObject("who", visits.who(practice.id(), consent.asked(), locale));
        page.addObject(
                "told",
                consents.circumstances(practice.id(), consent).stream()
                        .map(each -> told(practice, visit, each, locale))
                        .toList());
        signed(page, practice, visit, consent, locale);
    }

    /// Who checked a guardian's identity, and when, stands with it.
    private CircumstanceForm.Line told(Practice practice, VisitFacts visit, Circumstance.Recorded each, Locale locale) {
        var line = circumstances.words(each, locale);
        var by = each.asked().by().id();
        if (!(each.what() instanceof Circumstance.Identified) || by == null) {
            return line;
        }
        var when = Pages.when(each.at(), visit.start().getZone(), practice, locale);
        return new CircumstanceForm.Line(
                line.label(),
                pages.say("intake.how.checked", locale, line.value(), visits.name(practice.id(), by), when));
    }

    private String areas(Predicate<String> regions, Locale locale) {
        return Arrays.stream(BodyArea.values())
                .filter(area -> area.regions().stream().anyMatch(regions))
                .map(area -> pages.say("intake.area." + area.code(), locale))
                .collect(Collectors.joining(", "));
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
                        areas(region -> consent.covers(region, technique), locale)))
                .toList();
    }
}
