package org.needlepoint.charting.paper.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A needling sheet of one page for a visit, to be printed: initials and the visit's number in place of the name.
@Controller
class SheetPages {
    private static final int NUMBER = 6;

    private final Calendar calendar;
    private final Patients patients;
    private final Practitioners practitioners;
    private final MapViews map;
    private final AuditTrail audit;
    private final MessageSource messages;

    SheetPages(
            Calendar calendar,
            Patients patients,
            Practitioners practitioners,
            MapViews map,
            AuditTrail audit,
            MessageSource messages) {
        this.calendar = calendar;
        this.patients = patients;
        this.practitioners = practitioners;
        this.map = map;
        this.audit = audit;
        this.messages = messages;
    }

    /// The sheet of a visit.
    ///
    /// @param born `no` leaves the birth date out
    @GetMapping("/p/{slug}/appointments/{id}/sheet")
    @Transactional
    public ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "yes") String born,
            SignedIn who,
            Locale locale) {
        var visit = calendar.find(practice.id(), new AppointmentId(id)).orElseThrow(NotFound::new);
        var patient = patients.find(practice.id(), visit.patient()).orElseThrow(NotFound::new);
        var words = new NoteWords(messages, locale, practice.country(), visit.zone());
        audit.append(
                practice.id(),
                AuditEntry.of(who.actor(), "printed", "sheet", id)
                        .about(patient.chart().value())
                        .during(id));
        boolean withBirth = !born.equals("no");
        var page = new ModelAndView("charting/sheet");
        page.addObject("visit", id.toString());
        page.addObject("initials", initials(patient.name()));
        page.addObject("number", number(id));
        page.addObject("withBirth", withBirth);
        page.addObject("born", words.date(patient.demographics().birthDate()));
        page.addObject("when", words.begun(words.dayAndTime(visit.startsAt())));
        page.addObject("service", visit.serviceName().in(locale));
        page.addObject(
                "practitioner",
                practitioners
                        .find(practice.id(), visit.practitioner())
                        .map(Practitioner::titledName)
                        .orElse(""));
        page.addObject("practice", practice.name());
        page.addObject("views", views(locale));
        return page;
    }

    private List<MapViews.Drawn> views(Locale locale) {
        return map.views(List.of(), List.of(), locale).stream()
                .filter(view -> view.id().equals("front") || view.id().equals("back"))
                .toList();
    }

    static String initials(String name) {
        return Stream.of(name.strip().split("\\s+", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }

    /// The end of the visit's id: enough to tell the sheets of a day apart.
    static String number(UUID visit) {
        var text = visit.toString().replace("-", "");
        return text.substring(text.length() - NUMBER).toUpperCase(Locale.ROOT);
    }
}
