package org.needlepoint.intake.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.ConsentId;
import org.needlepoint.intake.ConsentScans;
import org.needlepoint.intake.ConsentScans.Adding;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The scans of a consent that was signed on paper, beside what was entered of it.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/consents/{consent}/scans")
class ConsentScanPages {
    private static final int LONGEST_REASON = 1000;

    private final StaffVisits visits;
    private final Consents consents;
    private final ConsentScans scans;
    private final Pages pages;

    ConsentScanPages(StaffVisits visits, Consents consents, ConsentScans scans, Pages pages) {
        this.visits = visits;
        this.consents = consents;
        this.scans = scans;
        this.pages = pages;
    }

    /// A page of a scan.
    ///
    /// @param path of the picture
    record Scanned(String picture, String path, String label) {}

    @GetMapping
    ModelAndView show(
            Practice practice, @PathVariable UUID visit, @PathVariable UUID consent, SignedIn who, Locale locale) {
        return page(practice, visits.open(practice, visit, who), new ConsentId(consent), List.of(), locale);
    }

    @PostMapping
    ModelAndView add(
            Practice practice,
            @PathVariable UUID visit,
            @PathVariable UUID consent,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            SignedIn who,
            Locale locale)
            throws IOException {
        var facts = visits.open(practice, visit, who);
        var id = new ConsentId(consent);
        var sent = scan == null ? new byte[0] : scan.getBytes();
        return switch (scans.add(practice.id(), facts.chart(), visit, id, sent, who.actor())) {
            case Adding.Added _ -> back(practice, visit, consent);
            case Adding.NoScan _ -> {
                var problem = new FieldProblem("scan", pages.say("intake.scan.error", locale));
                yield page(practice, facts, id, List.of(problem), locale);
            }
        };
    }

    @PostMapping("/{picture}/error")
    ModelAndView retract(
            Practice practice,
            @PathVariable UUID visit,
            @PathVariable UUID consent,
            @PathVariable UUID picture,
            @RequestParam(defaultValue = "") String reason,
            SignedIn who,
            Locale locale) {
        var facts = visits.open(practice, visit, who);
        var said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            var problem = new FieldProblem("error-" + picture, pages.say("intake.scan.error.reason", locale));
            return page(practice, facts, new ConsentId(consent), List.of(problem), locale);
        }
        scans.markWrong(practice.id(), facts.chart(), visit, picture, said, who.actor());
        return back(practice, visit, consent);
    }

    private ModelAndView page(
            Practice practice, VisitFacts visit, ConsentId consent, List<FieldProblem> problems, Locale locale) {
        var zone = visit.start().getZone();
        var to = Arrays.stream(ConsentTo.values())
                .filter(each -> consents.signedAt(practice.id(), visit.chart(), each, consent)
                        .isPresent())
                .findFirst()
                .orElseThrow(NotFound::new);
        var page = new ModelAndView("intake/consent-scans");
        visits.describe(page, practice, visit, locale);
        page.addObject("consent", consent.toString());
        page.addObject("back", "/p/" + practice.slug() + "/appointments/" + visit.visit() + "/" + to.document());
        consents.everSigned(practice.id(), visit.chart(), to).stream()
                .filter(signing -> signing.consent().equals(consent))
                .findFirst()
                .ifPresent(signing -> {
                    page.addObject("signed", signing.document());
                    page.addObject("signedWhen", Pages.when(signing.document().signedAt(), zone, practice, locale));
                });
        page.addObject(
                "scans",
                scans.of(practice.id(), visit.chart()).stream()
                        .filter(scan -> scan.consent().equals(consent))
                        .map(scan -> new Scanned(
                                scan.picture().toString(),
                                "/p/" + practice.slug() + "/appointments/" + scan.visit() + "/pictures/"
                                        + scan.picture() + ".jpg",
                                pages.say(
                                        "intake.scan.page",
                                        locale,
                                        scan.page(),
                                        Pages.when(scan.addedAt(), zone, practice, locale))))
                        .toList());
        return problems.isEmpty() ? Pages.withProblems(page, problems) : Pages.again(page, problems);
    }

    private static ModelAndView back(Practice practice, UUID visit, UUID consent) {
        return Pages.to("/p/" + practice.slug() + "/appointments/" + visit + "/consents/" + consent + "/scans");
    }
}
