package org.needlepoint.scheduling.series;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Attempts;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;

/// Books the visits of a series in one transaction: all of them or none.
@Service
public class BookSeries {
    private final BookAppointment bookAppointment;
    private final SeriesRows rows;
    private final Patients patients;
    private final SamePerson samePerson;
    private final AuditTrail audit;
    private final Attempts attempts;
    private final Clock clock;

    BookSeries(
            BookAppointment bookAppointment,
            SeriesRows rows,
            Patients patients,
            SamePerson samePerson,
            AuditTrail audit,
            Attempts attempts,
            Clock clock) {
        this.bookAppointment = bookAppointment;
        this.rows = rows;
        this.patients = patients;
        this.samePerson = samePerson;
        this.audit = audit;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// What is to be booked.
    ///
    /// @param rhythm what was asked for; its days apart are kept between the visits chosen, and from others
    ///               of the service
    /// @param visits the times chosen, at most [Rhythm#MOST_VISITS], in any order
    public record Request(PatientId patient, ServiceId service, Rhythm rhythm, List<SeriesBooking.Wanted> visits) {
        public Request {
            visits = visits.stream()
                    .distinct()
                    .sorted(Comparator.comparing(SeriesBooking.Wanted::start))
                    .toList();
            if (visits.size() > Rhythm.MOST_VISITS) {
                throw new IllegalArgumentException(
                        "a series has at most " + Rhythm.MOST_VISITS + " visits, was " + visits.size());
            }
        }
    }

    /// Books a series. Call it outside a transaction, or inside [org.needlepoint.scheduling.Once]; a refusal leaves
    /// nothing behind.
    public SeriesBooking book(PracticeId practice, Request request, Actor actor) {
        if (request.visits().isEmpty()) {
            return new SeriesBooking.NoneChosen();
        }
        return attempts.run(transaction -> attempt(practice, request, actor, transaction));
    }

    private SeriesBooking attempt(PracticeId practice, Request request, Actor actor, TransactionStatus transaction) {
        var visits = new ArrayList<Appointment>();
        for (var wanted : request.visits()) {
            switch (book(practice, request, wanted, actor)) {
                case Booking.Booked(var visit) -> visits.add(visit);
                case Booking why -> {
                    transaction.setRollbackOnly();
                    return new SeriesBooking.Refused(wanted, why);
                }
            }
        }
        var tooClose = tooClose(practice, request, visits);
        if (tooClose.isPresent()) {
            transaction.setRollbackOnly();
            return tooClose.get();
        }
        return booked(practice, request, visits, actor);
    }

    /// Two of the visits, or one of them and one that the patient has anyway.
    private Optional<SeriesBooking> tooClose(PracticeId practice, Request request, List<Appointment> visits) {
        var rhythm = request.rhythm();
        var days =
                visits.stream().map(visit -> visit.localStart().toLocalDate()).toList();
        for (int at = 1; at < days.size(); at++) {
            if (!rhythm.keepsApart(days.get(at - 1), days.get(at))) {
                return Optional.of(new SeriesBooking.TooClose(days.get(at - 1), days.get(at)));
            }
        }
        var others = rows.daysOf(
                practice,
                samePerson.of(
                        practice, patients.find(practice, request.patient()).orElseThrow()),
                request.service(),
                days.getFirst().minusDays(rhythm.daysApart()),
                days.getLast().plusDays(rhythm.daysApart()),
                visits.stream().map(Appointment::id).toList());
        return days.stream()
                .flatMap(day -> others.stream()
                        .filter(other -> !rhythm.keepsApart(other, day))
                        .<SeriesBooking>map(other -> other.isBefore(day)
                                ? new SeriesBooking.TooClose(other, day)
                                : new SeriesBooking.TooClose(day, other)))
                .findFirst();
    }

    private Booking book(PracticeId practice, Request request, SeriesBooking.Wanted wanted, Actor actor) {
        return bookAppointment.now(
                practice,
                new BookAppointment.Wish(request.service(), wanted.practitioner(), wanted.location(), wanted.start()),
                new BookAppointment.Who.Known(request.patient()),
                PainReport.NONE,
                actor);
    }

    private SeriesBooking booked(PracticeId practice, Request request, List<Appointment> visits, Actor actor) {
        var id = SeriesId.next();
        rows.insert(
                practice,
                new Series(id, request.patient(), request.service(), request.rhythm(), clock.instant(), List.of()));
        rows.assign(practice, id, visits.stream().map(Appointment::id).toList());
        visits.stream().skip(1).forEach(visit -> rows.noteToldWithAnother(practice, visit.id(), visit.version()));
        audit.append(
                practice,
                AuditEntry.of(actor, "booked", "series", id.value())
                        .about(request.patient().value()));
        return new SeriesBooking.Booked(id, List.copyOf(visits));
    }
}
