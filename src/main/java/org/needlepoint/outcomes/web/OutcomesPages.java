package org.needlepoint.outcomes.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.outcomes.Moment;
import org.needlepoint.outcomes.Scores;
import org.needlepoint.outcomes.Trends;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// A patient's pain over time for staff, and the way to add to it.
@Controller
@RequestMapping("/p/{slug}/patients/{id}/outcomes")
class OutcomesPages {
    private final Patients patients;
    private final Scores scores;
    private final Trends trends;
    private final MessageSource messages;

    OutcomesPages(Patients patients, Scores scores, Trends trends, MessageSource messages) {
        this.patients = patients;
        this.scores = scores;
        this.trends = trends;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Optional<String> done,
            SignedIn who,
            Locale locale) {
        var patient =
                patients.open(practice.id(), new PatientId(id), who.actor()).orElseThrow(NotFound::new);
        return page(practice, patient, done.isPresent(), locale);
    }

    private ModelAndView page(Practice practice, Patient patient, boolean done, Locale locale) {
        var page = new ModelAndView("outcomes/patient");
        page.addObject("patientName", patient.name());
        page.addObject("patientId", patient.id().toString());
        page.addObject("trend", trends.of(practice, patient.chart(), locale));
        page.addObject("done", done);
        page.addObject("errors", List.of());
        page.addObject("errorOf", Map.of());
        return page;
    }

    /// Records what is given of the pain now and the worst pain; from a session page it leads back there.
    @PostMapping
    ModelAndView record(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> visit,
            @RequestParam Optional<UUID> session,
            @RequestParam(defaultValue = "check-in") String moment,
            @RequestParam(defaultValue = "") String now,
            @RequestParam(defaultValue = "") String worst,
            SignedIn who,
            Locale locale) {
        var patient = patients.find(practice.id(), new PatientId(id)).orElseThrow(NotFound::new);
        var asked = moment(moment, visit);
        var problems = problems(asked, now, worst, locale);
        if (asked.isEmpty() || !problems.isEmpty()) {
            patients.open(practice.id(), patient.id(), who.actor());
            return refused(practice, patient, problems, now, worst, locale);
        }
        scores.recordPain(
                practice.id(),
                patient.chart(),
                visit.orElse(null),
                asked.get(),
                rating(now).orElse(null),
                rating(worst).orElse(null),
                who.actor());
        return session.map(back -> seeOther("/p/" + practice.slug() + "/sessions/" + back + "#pain"))
                .orElseGet(() -> seeOther("/p/" + practice.slug() + "/patients/" + id + "/outcomes?done"));
    }

    private ModelAndView refused(
            Practice practice, Patient patient, List<FieldProblem> problems, String now, String worst, Locale locale) {
        var page = page(practice, patient, false, locale);
        page.addObject("errors", problems);
        page.addObject("errorOf", Map.of("now", problems.getFirst().message()));
        page.addObject("now", now);
        page.addObject("worst", worst);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private List<FieldProblem> problems(Optional<Moment> asked, String now, String worst, Locale locale) {
        var problems = new ArrayList<FieldProblem>();
        var given = List.of(now, worst).stream().filter(it -> !it.isBlank()).toList();
        if (asked.isEmpty()
                || given.isEmpty()
                || given.stream().anyMatch(it -> rating(it).isEmpty())) {
            problems.add(new FieldProblem("now", messages.getMessage("outcomes.error.rating", null, locale)));
        }
        return problems;
    }

    private static Optional<Moment> moment(String code, Optional<UUID> visit) {
        return List.of(Moment.values()).stream()
                .filter(moment -> moment.code().equals(code))
                .filter(moment -> moment == Moment.CHECK_IN || visit.isPresent())
                .findFirst();
    }

    private static Optional<Integer> rating(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]|10") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    private static ModelAndView seeOther(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
