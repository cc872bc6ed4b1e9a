package org.needlepoint.frontdoor.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.PreparingAVisit;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Calendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// A signed-in patient's own page: the visits to come, each with the way to change it, and those that were.
@Controller
class MyPages {
    private static final int MOST = 100;

    private final Patients patients;
    private final Calendar calendar;
    private final BookedVisits visits;
    private final PreparingAVisit preparing;
    private final BookModel book;
    private final OpeningsPage openings;
    private final MessageSource messages;
    private final Clock clock;

    MyPages(
            Patients patients,
            Calendar calendar,
            BookedVisits visits,
            PreparingAVisit preparing,
            BookModel book,
            OpeningsPage openings,
            MessageSource messages,
            Clock clock) {
        this.patients = patients;
        this.calendar = calendar;
        this.visits = visits;
        this.preparing = preparing;
        this.book = book;
        this.openings = openings;
        this.messages = messages;
        this.clock = clock;
    }

    /// A visit in words; the links to change it and to prepare for it only while it can be changed.
    record Visit(
            String day,
            String time,
            String service,
            String place,
            String state,
            @Nullable String link,
            @Nullable String prepare) {}

    @GetMapping("/p/{slug}/my")
    ModelAndView show(Practice practice, SignedIn who, Locale locale) {
        var own = new PatientId(who.id());
        var charts = new ArrayList<>(List.of(own));
        patients.linkedTo(practice.id(), own).stream().map(Patient::id).forEach(charts::add);
        var ahead = new ArrayList<Visit>();
        var past = new ArrayList<Visit>();
        for (var visit : calendar.ofPatients(practice.id(), charts, MOST)) {
            if (visit.endsAt().isAfter(clock.instant())) {
                ahead.addFirst(words(practice, visit, locale));
            } else {
                past.add(words(practice, visit, locale));
            }
        }
        var page = new ModelAndView("frontdoor/my");
        page.addObject("practice", practice);
        page.addObject("ahead", ahead);
        page.addObject("past", past);
        page.addObject("emergencyLine", true);
        return page;
    }

    private Visit words(Practice practice, Appointment visit, Locale locale) {
        var words = Words.of(practice, locale);
        var link = visit.canChange(clock.instant())
                ? "/p/" + practice.slug() + "/manage/" + visits.link(practice.id(), visit)
                : null;
        var place = openings.names(practice).apply(visit.practitioner())
                + " · "
                + book.where(practice, visit.modality(), visit.location(), locale);
        return new Visit(
                words.dayAndYear(visit.start().toLocalDate()),
                words.time(visit.start().toLocalTime()),
                visit.serviceName().in(locale),
                place,
                messages.getMessage("frontdoor.status." + visit.status().code(), null, locale),
                link,
                link == null ? null : preparing.path(practice, visit).orElse(null));
    }
}
