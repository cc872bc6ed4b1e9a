package org.needlepoint.intake.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.needlepoint.documents.Signature;
import org.needlepoint.documents.SignedDocument;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.Circumstance;
import org.needlepoint.intake.Consent;
import org.needlepoint.intake.ConsentScans;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the pages of staff about a consent share: where it stands, what it covers, what was signed now and before.
@Component
class ConsentModel {
    private final StaffVisits visits;
    private final Consents consents;
    private final ConsentScans scans;
    private final ContentSets sets;
    private final ConsentChoices choices;
    private final CircumstanceForm circumstances;
    private final YesAloud yesAloud;
    private final Pages pages;

    ConsentModel(
            StaffVisits visits,
            Consents consents,
            ConsentScans scans,
            ContentSets sets,
            ConsentChoices choices,
            CircumstanceForm circumstances,
            YesAloud yesAloud,
            Pages pages) {
        this.visits = visits;
        this.consents = consents;
        this.scans = scans;
        this.sets = sets;
        this.choices = choices;
        this.circumstances = circumstances;
        this.yesAloud = yesAloud;
        this.pages = pages;
    }

    /// A consent as it was signed.
    ///
    /// @param onPaper whether it was signed by hand on paper
    /// @param scans   pages of its scan
    record Shown(String consent, SignedDocument signed, String when, boolean onPaper, long scans) {}

    /// What is covered with one technique.
    record Covered(String technique, String areas) {}

    ModelAndView page(String template, Practice practice, VisitFacts visit, ConsentTo to, SignedIn who, Locale locale) {
        var page = new ModelAndView(template);
        visits.describe(page, practice, visit, locale);
        page.addObject("said", "/p/" + practice.slug() + "/appointments/" + visit.visit() + "/" + to.document());
        page.addObject("to", to.code());
        page.addObject("published", sets.published(practice, to.text()));
        page.addObject("minor", consents.needsGuardian(practice.id(), visit.chart()));
        page.addObject("aloud", yesAloud.isEnough(practice.id(), visit, who));
        page.addObject("typed", Map.of());
        page.addObject("areas", choices.areas(locale));
        page.addObject(
                "techniques",
                to.techniques().stream()
                        .map(technique -> new Pages.Option(
                                technique.code(), pages.say("intake.technique." + technique.code(), locale), null))
                        .toList());
        page.addObject("assents", circumstances.assents(locale));
        page.addObject("means", circumstances.means(locale));
        stands(page, practice, visit, to, locale);
        page.addObject("signings", signings(practice, visit, to, locale));
        return Pages.withProblems(page, List.of());
    }

    private void stands(ModelAndView page, Practice practice, VisitFacts visit, ConsentTo to, Locale locale) {
        var zone = visit.start().getZone();
        switch (consents.standing(practice.id(), visit.chart(), to)) {
            case ConsentStanding.None _ -> page.addObject("state", "none");
            case ConsentStanding.Altered _ -> page.addObject("state", "altered");
            case ConsentStanding.Refused(var at) -> {
                page.addObject("state", "refused");
                page.addObject("at", Pages.when(at, zone, practice, locale));
            }
            case ConsentStanding.Withdrawn withdrawn -> {
                page.addObject("state", "withdrawn");
                page.addObject("at", Pages.when(withdrawn.at(), zone, practice, locale));
            }
            case ConsentStanding.NotEnough(var consent, var why) -> {
                page.addObject("state", "not-enough");
                page.addObject("why", why.code());
                given(page, practice, visit, to, consent, locale);
            }
            case ConsentStanding.Given(var consent) -> {
                page.addObject("state", "given");
                page.addObject("confirmed", consent.confirmedAt(visit.visit()));
                given(page, practice, visit, to, consent, locale);
            }
        }
    }

    private void given(
            ModelAndView page, Practice practice, VisitFacts visit, ConsentTo to, Consent consent, Locale locale) {
        page.addObject("at", Pages.when(consent.givenAt(), visit.start().getZone(), practice, locale));
        page.addObject("covered", covered(to, consent, locale));
        page.addObject("refused", areas(consent::refuses, locale));
        page.addObject("who", visits.who(practice.id(), consent.asked(), locale));
        page.addObject(
                "told",
                consents.circumstances(practice.id(), consent).stream()
                        .map(each -> told(practice, visit, each, locale))
                        .toList());
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

    /// Every consent that was ever signed, the latest first, with the scans of those on paper.
    List<Shown> signings(Practice practice, VisitFacts visit, ConsentTo to, Locale locale) {
        var kept = scans.of(practice.id(), visit.chart());
        return consents.everSigned(practice.id(), visit.chart(), to).stream()
                .map(each -> new Shown(
                        each.consent().toString(),
                        each.document(),
                        Pages.when(each.document().signedAt(), visit.start().getZone(), practice, locale),
                        each.document().signature() instanceof Signature.OnPaper,
                        kept.stream()
                                .filter(scan -> scan.consent().equals(each.consent()))
                                .count()))
                .toList();
    }

    private List<Covered> covered(ConsentTo to, Consent consent, Locale locale) {
        return to.techniques().stream()
                .filter(consent.covered()::containsKey)
                .map(technique -> new Covered(
                        pages.say("intake.technique." + technique.code(), locale),
                        areas(region -> consent.covers(region, technique), locale)))
                .toList();
    }

    private String areas(Predicate<String> regions, Locale locale) {
        return Arrays.stream(BodyArea.values())
                .filter(area -> area.regions().stream().anyMatch(regions))
                .map(area -> pages.say("intake.area." + area.code(), locale))
                .collect(Collectors.joining(", "));
    }
}
