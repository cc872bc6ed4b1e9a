package org.needlepoint.charting.unwell.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.unwell.Arrival;
import org.needlepoint.charting.unwell.LookAfter;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
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

/// "Unwell on arrival": what to say and do, whom to call, and how the visit goes on (rule C5).
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/unwell")
class UnwellPages {
    private static final int LONGEST_REPORT = 1000;
    private static final int LONGEST_TOLD = 200;

    private final LookAfter lookAfter;
    private final Calendar calendar;
    private final Patients patients;
    private final Practitioners practitioners;
    private final MessageSource messages;

    UnwellPages(
            LookAfter lookAfter,
            Calendar calendar,
            Patients patients,
            Practitioners practitioners,
            MessageSource messages) {
        this.lookAfter = lookAfter;
        this.calendar = calendar;
        this.patients = patients;
        this.practitioners = practitioners;
        this.messages = messages;
    }

    /// A way for the visit to go on.
    record Way(String value, String label) {}

    /// What is kept.
    record Kept(String reported, String told, String outcome) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        return page(practice, new AppointmentId(visit), Map.of(), List.of(), who, locale);
    }

    @PostMapping
    ModelAndView keep(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        var id = new AppointmentId(visit);
        var problems = new ArrayList<FieldProblem>();
        var reported = text(typed, "reported");
        if (reported.isEmpty() || reported.length() > LONGEST_REPORT) {
            problems.add(problem("reported", locale));
        }
        var told = text(typed, "told");
        if (told.length() > LONGEST_TOLD) {
            problems.add(problem("told", locale));
        }
        var outcome = Arrays.stream(Arrival.Outcome.values())
                .filter(it -> it.code().equals(typed.get("outcome")))
                .findFirst();
        if (outcome.isEmpty()) {
            problems.add(problem("outcome", locale));
        }
        if (!problems.isEmpty() || outcome.isEmpty()) {
            return page(practice, id, typed, problems, who, locale);
        }
        lookAfter.arrived(practice.id(), id, reported, told, outcome.get(), who.actor());
        var to = new RedirectView("/p/" + practice.slug() + "/appointments/" + visit + "/unwell", true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(to);
    }

    private ModelAndView page(
            Practice practice,
            AppointmentId id,
            Map<String, String> typed,
            List<FieldProblem> problems,
            SignedIn who,
            Locale locale) {
        var visit = calendar.find(practice.id(), id).orElseThrow(NotFound::new);
        var page = new ModelAndView(
                "charting/unwell-arrival", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("practice", practice);
        page.addObject("visitId", id.toString());
        page.addObject(
                "patientName",
                patients.find(practice.id(), visit.patient())
                        .orElseThrow(NotFound::new)
                        .name());
        page.addObject("errors", problems);
        page.addObject("wrong", problems.stream().map(FieldProblem::field).toList());
        page.addObject("typed", typed);
        page.addObject(
                "practitioner",
                practitioners
                        .find(practice.id(), visit.practitioner())
                        .map(Practitioner::titledName)
                        .orElse(""));
        page.addObject("kept", kept(practice, visit, who, locale));
        page.addObject("mayPrint", who.isAny(Role.PRACTITIONER, Role.SUPERVISOR));
        page.addObject(
                "ways",
                Arrays.stream(Arrival.Outcome.values())
                        .map(it -> new Way(it.code(), say("unwell.outcome." + it.code(), locale)))
                        .toList());
        return page;
    }

    private @Nullable Kept kept(Practice practice, Appointment visit, SignedIn who, Locale locale) {
        return lookAfter
                .open(practice.id(), visit, who.actor())
                .map(it -> new Kept(
                        it.reported(),
                        it.told(),
                        say("unwell.outcome." + it.outcome().code(), locale)))
                .orElse(null);
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "")
                .replaceAll("[\\p{Cc}&&[^\\n]]", " ")
                .strip();
    }

    private FieldProblem problem(String field, Locale locale) {
        return new FieldProblem(field, say("unwell." + field + ".wrong", locale));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
