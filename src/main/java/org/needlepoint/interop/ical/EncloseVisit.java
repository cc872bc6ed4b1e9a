package org.needlepoint.interop.ical;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.notifications.Enclosures;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.series.BookedSeries;
import org.springframework.stereotype.Component;

/// The calendar file that goes with the news of a visit: a program that takes one in replaces what it had of
/// that visit. News of a whole series is told with one of its visits, and a file with that one alone would
/// mislead.
@Component
class EncloseVisit implements Enclosures {
    private static final Set<Kind> NEWS =
            EnumSet.of(Kind.APPOINTMENT_BOOKED, Kind.APPOINTMENT_MOVED, Kind.APPOINTMENT_CANCELLED);

    private final Calendar calendar;
    private final BookedSeries series;
    private final VisitEvents events;

    EncloseVisit(Calendar calendar, BookedSeries series, VisitEvents events) {
        this.calendar = calendar;
        this.series = series;
        this.events = events;
    }

    @Override
    public Optional<Enclosure> of(Practice practice, Kind kind, UUID subject, String path, Locale locale) {
        if (!NEWS.contains(kind)) {
            return Optional.empty();
        }
        return calendar.find(practice.id(), new AppointmentId(subject))
                .filter(visit -> kind == Kind.APPOINTMENT_MOVED || !isOfASeries(practice, visit))
                .map(visit -> file(practice, visit, path, locale));
    }

    private boolean isOfASeries(Practice practice, Appointment visit) {
        return series.of(practice.id(), List.of(visit.patient())).stream()
                .flatMap(booked -> booked.visits().stream())
                .anyMatch(each -> each.id().equals(visit.id()));
    }

    private Enclosure file(Practice practice, Appointment visit, String path, Locale locale) {
        var event = events.of(practice, visit, path, locale);
        return new Enclosure(
                "appointment.ics",
                "text/calendar; charset=UTF-8; method=" + CalendarFile.method(event),
                new String(CalendarFile.of(event), StandardCharsets.UTF_8));
    }
}
