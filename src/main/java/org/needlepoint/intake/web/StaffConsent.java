package org.needlepoint.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Lessons;
import org.needlepoint.intake.MinorPrivacies;
import org.needlepoint.intake.PhotoConsents;
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

/// The consent of a visit's patient to needling for staff: what it covers, what was signed, and what the patient said
/// aloud; photographs and a minor's privacy with it.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/consent")
class StaffConsent {
    private final StaffVisits visits;
    private final ConsentModel model;
    private final SaidOfConsent saidOfConsent;
    private final Consents consents;
    private final Lessons lessons;
    private final CircumstanceForm circumstances;
    private final MinorPrivacies privacies;
    private final PhotoConsents photos;
    private final PhotoWords photoWords;
    private final Pages pages;

    StaffConsent(
            StaffVisits visits,
            ConsentModel model,
            SaidOfConsent saidOfConsent,
            Consents consents,
            Lessons lessons,
            CircumstanceForm circumstances,
            MinorPrivacies privacies,
            PhotoConsents photos,
            PhotoWords photoWords,
            Pages pages) {
        this.visits = visits;
        this.model = model;
        this.saidOfConsent = saidOfConsent;
        this.consents = consents;
        this.lessons = lessons;
        this.circumstances = circumstances;
        this.privacies = privacies;
        this.photos = photos;
        this.photoWords = photoWords;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        return page(practice, visits.open(practice, visit, who), who, locale);
    }

    /// What the patient said aloud: of needling, of photographs, or that it was explained.
    @PostMapping
    ModelAndView say(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn who,
            Locale locale) {
        var facts = visits.open(practice, visit, who);
        var asked = Asked.byStaff(who.actor());
        var chart = facts.chart();
        switch (String.valueOf(form.getFirst("said"))) {
            case "yes-again" -> consents.confirmAloud(practice.id(), chart, visit, asked);
            case "photos" -> {
                var uses = PhotoWords.uses(form);
                if (uses.isEmpty()) {
                    var problem = new FieldProblem("use", pages.say("intake.photos.error", locale));
                    return Pages.again(page(practice, facts, who, locale), List.of(problem));
                }
                photos.give(practice.id(), chart, visit, uses, asked);
            }
            case "no-photos" -> photos.refuse(practice.id(), chart, visit, asked);
            case "photos-no-longer" -> photos.withdraw(practice.id(), chart, visit, asked);
            case "minor-privacy" -> {
                var problems = new ArrayList<FieldProblem>();
                var rule = circumstances.privacy(practice, facts.location(), form, problems, locale);
                if (rule == null) {
                    return wrong(practice, facts, form, problems, who, locale);
                }
                privacies.add(practice.id(), rule, who.actor());
            }
            case "explained" -> lessons.explained(practice.id(), chart, visit, asked);
            default -> {
                switch (saidOfConsent.keep(practice, facts, ConsentTo.NEEDLING, form, who, locale)) {
                    case SaidOfConsent.Keeping.Kept _ -> {}
                    case SaidOfConsent.Keeping.Wrong(var problems) -> {
                        return wrong(practice, facts, form, problems, who, locale);
                    }
                    case SaidOfConsent.Keeping.Unknown _ -> {
                        var page = page(practice, facts, who, locale);
                        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                        return page;
                    }
                }
            }
        }
        return Pages.to("/p/" + practice.slug() + "/appointments/" + visit + "/consent");
    }

    private ModelAndView wrong(
            Practice practice,
            VisitFacts visit,
            MultiValueMap<String, String> form,
            List<FieldProblem> problems,
            SignedIn who,
            Locale locale) {
        var page = page(practice, visit, who, locale);
        page.addObject("typed", form.toSingleValueMap());
        return Pages.again(page, problems);
    }

    private ModelAndView page(Practice practice, VisitFacts visit, SignedIn who, Locale locale) {
        var page = model.page("intake/staff-consent", practice, visit, ConsentTo.NEEDLING, who, locale);
        var understanding = lessons.standing(practice.id(), visit.chart());
        page.addObject("explain", understanding instanceof UnderstandingStanding.ToExplain);
        page.addObject("understood", understanding instanceof UnderstandingStanding.Understood);
        var injections = consents.standing(practice.id(), visit.chart(), ConsentTo.INJECTION);
        page.addObject("injections", state(injections));
        page.addObject("answers", circumstances.answers(locale));
        page.addObject("privacy", circumstances.words(privacies.at(practice, visit.location()), locale));
        var standing = photos.standing(practice.id(), visit.chart());
        page.addObject("uses", photoWords.uses(locale));
        page.addObject("photosGiven", standing instanceof PhotoConsents.Standing.Given);
        page.addObject("photos", photoWords.standing(standing, practice, visit, locale));
        return page;
    }

    static String state(ConsentStanding standing) {
        return switch (standing) {
            case ConsentStanding.None _ -> "none";
            case ConsentStanding.Given _ -> "given";
            case ConsentStanding.NotEnough _ -> "not-enough";
            case ConsentStanding.Refused _ -> "refused";
            case ConsentStanding.Withdrawn _ -> "withdrawn";
            case ConsentStanding.Altered _ -> "altered";
        };
    }
}
