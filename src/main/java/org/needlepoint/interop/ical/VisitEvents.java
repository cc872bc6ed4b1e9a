package org.needlepoint.interop.ical;

import java.util.Locale;
import org.needlepoint.interop.ical.CalendarFile.Event;
import org.needlepoint.interop.ical.CalendarFile.Organizer;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.PublicUrl;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Modality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// A booked visit as its patient's own calendar shows it: "appointment" and the practice's name, and no more (rule P1).
@Component
public class VisitEvents {
    private final PublicUrl publicUrl;
    private final MessageSource messages;

    VisitEvents(PublicUrl publicUrl, MessageSource messages) {
        this.publicUrl = publicUrl;
        this.messages = messages;
    }

    /// The visit as it stands.
    ///
    /// @param path of the page where it can be moved or cancelled
    public Event of(Practice practice, Appointment visit, String path, Locale locale) {
        var link = publicUrl.of(path);
        return new Event(
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
    private Organizer organizer(Practice practice) {
        var email = practice.email();
        return new Organizer(
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
