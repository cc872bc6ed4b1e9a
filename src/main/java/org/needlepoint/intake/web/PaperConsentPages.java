package org.needlepoint.intake.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Circumstance;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.EnterPaperConsent;
import org.needlepoint.intake.EnterPaperConsent.Entering;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// A consent on paper (rules W6, W8): the form to print, with boxes for each area, and the entry of what was signed.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/paper-consent/{to}")
class PaperConsentPages {
    private static final int LONGEST_NAME = 200;
    private static final int NUMBER = 6;

    private final StaffVisits visits;
    private final Consents consents;
    private final EnterPaperConsent enterPaperConsent;
    private final ContentSets sets;
    private final ConsentChoices choices;
    private final GuardianForm guardian;
    private final CircumstanceForm circumstances;
    private final Pages pages;
    private final Clock clock;

    PaperConsentPages(
            StaffVisits visits,
            Consents consents,
            EnterPaperConsent enterPaperConsent,
            ContentSets sets,
            ConsentChoices choices,
            GuardianForm guardian,
            CircumstanceForm circumstances,
            Pages pages,
            Clock clock) {
        this.visits = visits;
        this.consents = consents;
        this.enterPaperConsent = enterPaperConsent;
        this.sets = sets;
        this.choices = choices;
        this.guardian = guardian;
        this.circumstances = circumstances;
        this.pages = pages;
        this.clock = clock;
    }

    /// @param language of the form, `en` or `es`; else that of the page
    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable UUID visit,
            @PathVariable String to,
            @RequestParam(defaultValue = "") String language,
            SignedIn who,
            Locale locale) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("language", language);
        return page(practice, visits.open(practice, visit, who), find(practice, to), form, List.of(), locale);
    }

    /// Enters a form that was signed.
    @PostMapping
    ModelAndView enter(
            Practice practice,
            @PathVariable UUID visit,
            @PathVariable String to,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            SignedIn who,
            Locale locale)
            throws IOException {
        var facts = visits.open(practice, visit, who);
        var consent = find(practice, to);
        if (!sets.edition(consent.text()).equals(form.getFirst("edition"))) {
            var page = page(practice, facts, consent, form, List.of(), locale);
            page.addObject("changed", true);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        var problems = new ArrayList<FieldProblem>();
        var paper = paper(practice, facts, consent, form, problems, locale);
        if (paper == null) {
            return page(practice, facts, consent, form, problems, locale);
        }
        var sent = scan == null ? new byte[0] : scan.getBytes();
        return switch (enterPaperConsent.enter(practice, facts.chart(), visit, paper, sent, who.actor())) {
            case Entering.Entered _ ->
                Pages.to("/p/" + practice.slug() + "/appointments/" + visit + "/" + consent.document());
            case Entering.NoScan _ ->
                again(
                        practice,
                        facts,
                        consent,
                        form,
                        new FieldProblem("scan", pages.say("intake.scan.error", locale)),
                        locale);
            case Entering.SaidNoSince _ ->
                again(
                        practice,
                        facts,
                        consent,
                        form,
                        new FieldProblem("on", pages.say("intake.paper.error.noSince", locale)),
                        locale);
            case Entering.OfAgeSince _ ->
                again(
                        practice,
                        facts,
                        consent,
                        form,
                        new FieldProblem("on", pages.say("intake.paper.error.ofAge", locale)),
                        locale);
        };
    }

    private ModelAndView again(
            Practice practice,
            VisitFacts visit,
            ConsentTo to,
            MultiValueMap<String, String> form,
            FieldProblem problem,
            Locale locale) {
        return page(practice, visit, to, form, List.of(problem), locale);
    }

    private ConsentTo find(Practice practice, String code) {
        return ConsentTo.ofCode(code)
                .filter(to -> sets.published(practice, to.text()))
                .orElseThrow(NotFound::new);
    }

    /// What the form says; null, with the problems, when something is missing.
    private EnterPaperConsent.@Nullable Paper paper(
            Practice practice,
            VisitFacts visit,
            ConsentTo to,
            MultiValueMap<String, String> form,
            List<FieldProblem> problems,
            Locale locale) {
        var scope = choices.scope(to, form, visit.zones());
        if (scope.isEmpty()) {
            problems.add(new FieldProblem("area", pages.say("intake.consent.error.area", locale)));
        }
        var name = String.valueOf(form.getOrDefault("name", List.of("")).getFirst())
                .strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(new FieldProblem("name", pages.say("intake.paper.error.name", locale)));
        }
        var on = day(form.getFirst("on"), LocalDate.ofInstant(clock.instant(), practice.zone()));
        if (on == null) {
            problems.add(new FieldProblem("on", pages.say("intake.paper.error.on", locale)));
        }
        var told = consents.needsGuardian(practice.id(), visit.chart())
                ? guardian(form, name, problems, locale)
                : List.<Circumstance>of();
        return scope.isEmpty() || on == null || !problems.isEmpty()
                ? null
                : new EnterPaperConsent.Paper(scope.get(), name, on, told, language(form, locale));
    }

    /// Who signed for a minor, and how staff know them, where they do.
    private List<Circumstance> guardian(
            MultiValueMap<String, String> form, String name, List<FieldProblem> problems, Locale locale) {
        return Stream.concat(
                        guardian.read(form, name, false, problems, locale).stream(),
                        CircumstanceForm.means(form).stream())
                .toList();
    }

    /// A day of the last year, today the latest.
    private static @Nullable LocalDate day(@Nullable String typed, LocalDate today) {
        try {
            var day = typed == null ? null : LocalDate.parse(typed.strip());
            return day == null || day.isAfter(today) || day.isBefore(today.minusYears(1)) ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Locale language(MultiValueMap<String, String> form, Locale locale) {
        return switch (String.valueOf(form.getFirst("language"))) {
            case "en" -> Locale.ENGLISH;
            case "es" -> Locale.of("es");
            default -> "es".equals(locale.getLanguage()) ? Locale.of("es") : Locale.ENGLISH;
        };
    }

    private ModelAndView page(
            Practice practice,
            VisitFacts visit,
            ConsentTo to,
            MultiValueMap<String, String> form,
            List<FieldProblem> problems,
            Locale locale) {
        var language = language(form, locale);
        var page = new ModelAndView("intake/paper-consent");
        visits.describe(page, practice, visit, locale);
        page.addObject("to", to.code());
        page.addObject("document", consents.text(to, language));
        page.addObject("language", language.getLanguage());
        page.addObject("practiceName", practice.name());
        page.addObject("edition", sets.edition(to.text()));
        page.addObject("number", number(visit.visit()));
        page.addObject("back", "/p/" + practice.slug() + "/appointments/" + visit.visit() + "/" + to.document());
        page.addObject("printedAreas", choices.areas(language));
        page.addObject("areas", choices.areas(locale));
        page.addObject("techniques", more(to, locale));
        page.addObject("printed", say(to, language));
        if (consents.needsGuardian(practice.id(), visit.chart())) {
            page.addObject("authorities", guardian.authorities(locale));
            page.addObject("assents", guardian.assents(locale));
            page.addObject("means", circumstances.means(locale));
        }
        page.addObject("chosen", form.getOrDefault("area", List.of()));
        page.addObject("refused", form.getOrDefault("not", List.of()));
        page.addObject("chosenTechniques", form.getOrDefault("technique", List.of()));
        page.addObject("typed", form.toSingleValueMap());
        page.addObject("changed", false);
        return problems.isEmpty() ? Pages.withProblems(page, problems) : Pages.again(page, problems);
    }

    /// What can be agreed to beside what the consent is for.
    private List<Pages.Option> more(ConsentTo to, Locale locale) {
        return to.techniques().stream()
                .skip(1)
                .map(technique -> new Pages.Option(
                        technique.code(), pages.say("intake.technique." + technique.code(), locale), null))
                .toList();
    }

    /// The words of the printed form, in its own language.
    private Printed say(ConsentTo to, Locale language) {
        return new Printed(
                pages.say("intake.paper.print.areas", language),
                pages.say("intake.paper.print.yes", language),
                pages.say("intake.paper.print.no", language),
                pages.say("intake.consent.practice", language),
                pages.say("intake.consent.edition", language),
                pages.say("intake.paper.print.visit", language),
                more(to, language),
                List.of("patient", "guardian", "interpreter", "witness", "practitioner").stream()
                        .map(line -> pages.say("intake.paper.print." + line, language))
                        .toList());
    }

    /// Words of a form.
    ///
    /// @param techniques that have boxes of their own
    /// @param lines      on which people sign
    record Printed(
            String areas,
            String yes,
            String no,
            String practice,
            String edition,
            String visit,
            List<Pages.Option> techniques,
            List<String> lines) {}

    /// The end of the visit's id, as on the needling sheet.
    private static String number(UUID visit) {
        var text = visit.toString().replace("-", "");
        return text.substring(text.length() - NUMBER).toUpperCase(Locale.ROOT);
    }
}
