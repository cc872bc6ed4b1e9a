package org.needlepoint.charting.referral.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.referral.Referral;
import org.needlepoint.charting.referral.Referrals;
import org.needlepoint.credentials.entitlement.EntitlementWords;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patient;
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

/// What referrals are on file for the patient of a visit, and one more.
@Controller
@RequestMapping("/p/{slug}/appointments/{visit}/referral")
class ReferralPages {
    private static final int LONGEST = 200;

    private final Referrals referrals;
    private final Calendar calendar;
    private final Patients patients;
    private final MessageSource messages;
    private final Clock clock;

    ReferralPages(Referrals referrals, Calendar calendar, Patients patients, MessageSource messages, Clock clock) {
        this.referrals = referrals;
        this.calendar = calendar;
        this.patients = patients;
        this.messages = messages;
        this.clock = clock;
    }

    /// One that is on file.
    record Line(String id, String text, boolean struck) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID visit, SignedIn who, Locale locale) {
        var appointment = find(practice, visit);
        return page(practice, appointment, open(practice, appointment, who), Map.of(), List.of(), locale);
    }

    /// Notes a referral, or says that one was entered in error.
    @PostMapping
    ModelAndView note(
            Practice practice,
            @PathVariable UUID visit,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        var appointment = find(practice, visit);
        var chart = open(practice, appointment, who);
        var struck = typed.get("struck");
        if (struck != null) {
            referrals.strike(practice.id(), chart.id(), id(struck), who.actor());
            return back(practice, visit);
        }
        var problems = new ArrayList<FieldProblem>();
        var dated = date(typed.getOrDefault("dated", ""));
        if (dated == null || dated.isAfter(LocalDate.ofInstant(clock.instant(), appointment.zone()))) {
            problems.add(new FieldProblem("dated", say("charting.referral.error.dated", locale)));
        }
        var from = typed.getOrDefault("from", "").replaceAll("\\p{Cc}", " ").strip();
        if (from.isEmpty() || from.length() > LONGEST) {
            problems.add(new FieldProblem("from", say("charting.referral.error.from", locale)));
        }
        if (dated == null || !problems.isEmpty()) {
            return page(practice, appointment, chart, typed, problems, locale);
        }
        referrals.note(practice.id(), chart.id(), dated, from, who.actor());
        return back(practice, visit);
    }

    private Appointment find(Practice practice, UUID visit) {
        return calendar.find(practice.id(), new AppointmentId(visit)).orElseThrow(NotFound::new);
    }

    /// The chart of a visit; the trail says who looked.
    private Patient open(Practice practice, Appointment visit, SignedIn who) {
        var chart = patients.find(practice.id(), visit.patient())
                .orElseThrow(NotFound::new)
                .chart();
        return patients.open(practice.id(), chart, who.actor()).orElseThrow(NotFound::new);
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException _) {
            throw new NotFound();
        }
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static ModelAndView back(Practice practice, UUID visit) {
        var to = new RedirectView("/p/" + practice.slug() + "/appointments/" + visit + "/referral", true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(to);
    }

    private ModelAndView page(
            Practice practice,
            Appointment visit,
            Patient chart,
            Map<String, String> typed,
            List<FieldProblem> problems,
            Locale locale) {
        var page = new ModelAndView(
                "charting/referral", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("practice", practice);
        page.addObject("visitId", visit.id().toString());
        page.addObject("patientName", chart.name());
        page.addObject("typed", typed);
        page.addObject("errors", problems);
        page.addObject(
                "errorOf", problems.stream().collect(Collectors.toMap(FieldProblem::field, FieldProblem::message)));
        page.addObject(
                "lines",
                referrals.of(practice.id(), chart.id()).stream()
                        .map(it -> line(it, locale))
                        .toList());
        return page;
    }

    private Line line(Referral referral, Locale locale) {
        var day = EntitlementWords.day(referral.dated(), locale);
        var text = messages.getMessage("charting.referral.line", new Object[] {referral.from(), day}, locale);
        return new Line(referral.id().toString(), text, referral.struck());
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
