package org.needlepoint.interop.ical.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.interop.ical.CalendarFile;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.PublicUrl;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.shared.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A booked visit as a file for the patient's own calendar. It says "appointment" and the practice's name, and no more
/// (rule P1).
@Controller
class CalendarFiles {
    static final String PATH = "/p/{slug}/manage/{token}/appointment.ics";

    private final SignedLinks links;
    private final Calendar calendar;
    private final PublicUrl publicUrl;
    private final MessageSource messages;
    private final Clock clock;

    CalendarFiles(SignedLinks links, Calendar calendar, PublicUrl publicUrl, MessageSource messages, Clock clock) {
        this.links = links;
        this.calendar = calendar;
        this.publicUrl = publicUrl;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> download(Practice practice, @PathVariable String token, Locale locale) {
        var visit = visit(practice, token);
        var event = event(practice, visit, token, locale);
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

    private CalendarFile.Event event(Practice practice, Appointment visit, String token, Locale locale) {
        var link = publicUrl.of("/p/" + practice.slug() + "/manage/" + token);
        return new CalendarFile.Event(
                visit.id() + "@needlepoint",
                visit.version(),
                visit.changedAt(),
                visit.startsAt(),
                visit.endsAt(),
                visit.zone(),
                messages.getMessage("ical.summary", new Object[] {practice.name()}, locale),
                place(practice, visit),
                messages.getMessage("ical.description", new Object[] {link}, locale),
                link,
                organizer(practice),
                visit.status() == Appointment.Status.CANCELLED);
    }

    /// The practice's mailbox; where it has none, its site.
    private CalendarFile.Organizer organizer(Practice practice) {
        var email = practice.email();
        return new CalendarFile.Organizer(
                practice.name(), email == null ? publicUrl.of("/p/" + practice.slug()) : "mailto:" + email);
    }

    private static String place(Practice practice, Appointment visit) {
        if (visit.modality() != Modality.IN_PERSON) {
            return "";
        }
        return practice.locations().stream()
                .filter(location -> location.id().equals(visit.location()))
                .findFirst()
                .map(location -> location.name() + ", " + location.street() + ", " + location.city() + ", "
                        + location.region() + " " + location.postalCode())
                .orElse(practice.name());
    }
}
