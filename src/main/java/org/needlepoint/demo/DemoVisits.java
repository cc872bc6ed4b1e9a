package org.needlepoint.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.FindOpenings;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Books the demo's visits the way patients do, so that the practice's day is not empty. The same clock gives the same
/// visits.
@Component
@Profile("demo")
class DemoVisits {
    private static final int DAYS_AHEAD = 14;

    private final FindOpenings openings;
    private final BookAppointment bookAppointment;
    private final Patients patients;
    private final Clock clock;

    DemoVisits(FindOpenings openings, BookAppointment bookAppointment, Patients patients, Clock clock) {
        this.openings = openings;
        this.bookAppointment = bookAppointment;
        this.patients = patients;
        this.clock = clock;
    }

    /// Books them all; every second patient is confirmed, the others wait for the front desk.
    void book(PracticeId practice, DemoPractice demo, DemoKeys keys) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(demo.zone()));
        for (int i = 0; i < demo.appointments().size(); i++) {
            var visit = demo.appointments().get(i);
            var opening = pick(practice, visit, keys, today);
            if (opening.isEmpty()) {
                continue;
            }
            var booking = bookAppointment.now(
                    practice,
                    new BookAppointment.Wish(
                            keys.service(visit.service()),
                            opening.get().practitioner(),
                            opening.get().location(),
                            opening.get().start().toInstant()),
                    new BookAppointment.Who.Guest(who(visit.patient())),
                    pain(visit),
                    Actor.GUEST);
            if (booking instanceof Booking.Booked(var appointment) && i % 2 == 1) {
                patients.confirm(practice, appointment.patient(), Actor.SYSTEM);
            }
        }
    }

    private Optional<Opening> pick(PracticeId practice, DemoPractice.Visit visit, DemoKeys keys, LocalDate today) {
        var search = openings.find(
                practice,
                new FindOpenings.Wish(
                        keys.service(visit.service()),
                        today,
                        today.plusDays(DAYS_AHEAD),
                        keys.practitioner(visit.practitioner()),
                        null));
        if (!(search instanceof FindOpenings.Search.Found(var found))) {
            return Optional.empty();
        }
        var days = found.stream()
                .map(opening -> opening.start().toLocalDate())
                .distinct()
                .toList();
        if (days.size() <= visit.day()) {
            return Optional.empty();
        }
        List<Opening> thatDay = found.stream()
                .filter(opening -> opening.start().toLocalDate().equals(days.get(visit.day())))
                .toList();
        return Optional.of(thatDay.get((int) Math.min(thatDay.size() - 1, visit.at() * thatDay.size())));
    }

    private static Demographics who(DemoPractice.Guest guest) {
        return new Demographics(
                guest.name(),
                guest.birthDate(),
                guest.phone(),
                guest.email(),
                "es".equals(guest.language()) ? Locale.forLanguageTag("es") : Locale.ENGLISH);
    }

    private static PainReport pain(DemoPractice.Visit visit) {
        return visit.marks().isEmpty()
                ? PainReport.NONE
                : new PainReport(
                        visit.marks().stream()
                                .map(mark -> new PainReport.Mark(
                                        mark.zone(),
                                        Laterality.valueOf(mark.side()),
                                        mark.intensity(),
                                        mark.quality(),
                                        Boolean.TRUE.equals(mark.spreads()),
                                        false))
                                .toList(),
                        List.of(),
                        null);
    }
}
