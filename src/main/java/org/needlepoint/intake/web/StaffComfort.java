package org.needlepoint.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.Comfort;
import org.needlepoint.intake.ComfortWords;
import org.needlepoint.intake.Comforts;
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

/// What makes needles easier for a visit's patient, asked by staff, with what was said before.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/comfort")
class StaffComfort {
    private final StaffVisits visits;
    private final Comforts comforts;
    private final ComfortWords words;
    private final ComfortForm comfortForm;

    StaffComfort(StaffVisits visits, Comforts comforts, ComfortWords words, ComfortForm comfortForm) {
        this.visits = visits;
        this.comforts = comforts;
        this.words = words;
        this.comfortForm = comfortForm;
    }

    /// What was said at a time.
    record Said(String when, String who, List<String> lines) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        var facts = visits.open(practice, visit, who);
        var latest = comforts.latest(practice.id(), facts.chart())
                .map(Comforts.Told::comfort)
                .orElse(Comfort.NONE);
        return page(practice, facts, comfortForm.of(latest), List.of(), locale);
    }

    @PostMapping
    ModelAndView tell(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn who,
            Locale locale) {
        var facts = visits.open(practice, visit, who);
        var problems = new ArrayList<FieldProblem>();
        var comfort = comfortForm.read(form, problems, locale);
        if (!problems.isEmpty()) {
            var page = page(practice, facts, form, problems, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        comforts.tell(practice.id(), facts.chart(), visit, comfort, Asked.byStaff(who.actor()));
        return Pages.to("/p/" + practice.slug() + "/appointments/" + visit + "/comfort");
    }

    private ModelAndView page(
            Practice practice,
            VisitFacts visit,
            MultiValueMap<String, String> form,
            List<FieldProblem> problems,
            Locale locale) {
        var page = new ModelAndView("intake/staff-comfort");
        visits.describe(page, practice, visit, locale);
        comfortForm.show(page, form, problems, locale);
        page.addObject(
                "history",
                comforts.history(practice.id(), visit.chart()).stream()
                        .map(told -> new Said(
                                Pages.when(told.at(), visit.start().getZone(), practice, locale),
                                visits.who(practice.id(), told.asked(), locale),
                                words.lines(told.comfort(), locale)))
                        .toList());
        return page;
    }
}
