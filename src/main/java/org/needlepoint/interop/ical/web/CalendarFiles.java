package org.needlepoint.interop.ical.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.interop.ical.CalendarFile;
import org.needlepoint.interop.ical.VisitEvents;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A booked visit as a file for the patient's own calendar.
@Controller
class CalendarFiles {
    static final String PATH = "/p/{slug}/manage/{token}/appointment.ics";

    private final SignedLinks links;
    private final Calendar calendar;
    private final VisitEvents events;
    private final Clock clock;

    CalendarFiles(SignedLinks links, Calendar calendar, VisitEvents events, Clock clock) {
        this.links = links;
        this.calendar = calendar;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> download(Practice practice, @PathVariable String token, Locale locale) {
        var visit = visit(practice, token);
        var event = events.of(practice, visit, "/p/" + practice.slug() + "/manage/" + token, locale);
        return ResponseEntity.ok()
                .contentType(new MediaType(
                        "text", "calendar", Map.of("charset", "UTF-8", "method", CalendarFile.method(event))))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"")
                .body(CalendarFile.of(event));
    }

    /// A link lives as long as its visit, however far that was moved.
    private Appointment visit(Practice practice, String token) {
        var id = switch (links.read(practice.id(), SignedLinks.Purpose.MANAGE_APPOINTMENT, token)) {
            case SignedLinks.Reading.Valid(var subject) -> subject;
            case SignedLinks.Reading.Expired(var subject) -> subject;
            case SignedLinks.Reading.Forged _ -> throw new NotFound();
        };
        return calendar.find(practice.id(), new AppointmentId(id))
                .filter(visit -> clock.instant().isBefore(visit.linksEnd()))
                .orElseThrow(NotFound::new);
    }
}
