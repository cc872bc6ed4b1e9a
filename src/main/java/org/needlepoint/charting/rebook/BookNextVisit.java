package org.needlepoint.charting.rebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Audience;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.CancelAppointment.Cancellation;
import org.needlepoint.scheduling.FindOpenings;
import org.needlepoint.scheduling.FindOpenings.Search;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.Services;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;

/// Proposes times for the next visit with the same practitioner at the same place, books one, and takes it back.
@org.springframework.stereotype.Service
public class BookNextVisit {
    /// So long after booking it is taken back without a word.
    static final Duration UNDO = Duration.ofMinutes(15);

    private static final int DAYS_AHEAD = 28;
    private static final int MOST_VISITS = 50;

    private final Calendar calendar;
    private final Patients patients;
    private final Services services;
    private final FindOpenings findOpenings;
    private final BookAppointment bookAppointment;
    private final CancelAppointment cancelAppointment;
    private final BookedNext bookedNext;
    private final Clock clock;

    BookNextVisit(
            Calendar calendar,
            Patients patients,
            Services services,
            FindOpenings findOpenings,
            BookAppointment bookAppointment,
            CancelAppointment cancelAppointment,
            BookedNext bookedNext,
            Clock clock) {
        this.calendar = calendar;
        this.patients = patients;
        this.services = services;
        this.findOpenings = findOpenings;
        this.bookAppointment = bookAppointment;
        this.cancelAppointment = cancelAppointment;
        this.bookedNext = bookedNext;
        this.clock = clock;
    }

    /// The next visit of a patient.
    ///
    /// @param next     booked and ahead
    /// @param undoable whether it was booked from this visit just now
    public record Next(Appointment next, boolean undoable) {}

    /// What became of taking a visit back.
    public sealed interface Undoing {
        /// It is not booked any longer.
        record Undone() implements Undoing {}

        /// Refused: it was booked a while ago, or somebody changed it meanwhile.
        record TooLate() implements Undoing {}
    }

    /// The next visit that is booked for the patient of a visit; empty when there is none.
    ///
    /// @throws NotFound when the practice has no such visit
    public Optional<Next> booked(PracticeId practice, AppointmentId visit) {
        var now = clock.instant();
        var chart = chart(practice, visit(practice, visit));
        var people = new ArrayList<>(List.of(chart));
        patients.linkedTo(practice, chart).stream().map(Patient::id).forEach(people::add);
        return calendar.ofPatients(practice, people, MOST_VISITS).stream()
                .filter(each -> each.canChange(now))
                .filter(each -> !each.id().equals(visit))
                .min(Comparator.comparing(Appointment::startsAt))
                .map(each -> new Next(each, isJustBooked(each, now) && bookedNext.isFrom(practice, visit, each.id())));
    }

    /// Times to choose from; empty when the practitioner has none within four weeks.
    ///
    /// @throws NotFound when the practice has no such visit
    public List<Proposal> proposals(PracticeId practice, AppointmentId visit) {
        var last = visit(practice, visit);
        var today = LocalDate.ofInstant(clock.instant(), last.zone());
        return follow(practice, last)
                .map(service -> new FindOpenings.Wish(
                        service.id(),
                        today.plusDays(1),
                        today.plusDays(DAYS_AHEAD),
                        last.practitioner(),
                        last.location()))
                .map(wish -> findOpenings.find(practice, wish) instanceof Search.Found(var openings)
                        ? Proposal.of(last.localStart(), today, openings)
                        : List.<Proposal>of())
                .orElse(List.of());
    }

    /// Books a time for the patient of a visit. Call it outside a transaction.
    ///
    /// @throws NotFound when the practice has no such visit
    public Booking book(PracticeId practice, AppointmentId visit, Instant start, Actor by) {
        var last = visit(practice, visit);
        var service = follow(practice, last).orElseThrow(NotFound::new);
        var booking = bookAppointment.now(
                practice,
                new BookAppointment.Wish(service.id(), last.practitioner(), last.location(), start),
                new Who.Known(chart(practice, last)),
                PainReport.NONE,
                by);
        if (booking instanceof Booking.Booked booked) {
            var account = Objects.requireNonNull(by.id(), "who books from a chart has an account");
            bookedNext.add(practice, visit, booked.appointment().id(), clock.instant(), account);
        }
        return booking;
    }

    /// Takes back what was booked from a visit just now; said again it changes nothing. Call it outside a transaction.
    ///
    /// @throws NotFound when nothing of that id was booked from the visit
    public Undoing undo(PracticeId practice, AppointmentId visit, AppointmentId booked, int version, Actor by) {
        if (!bookedNext.isFrom(practice, visit, booked)) {
            throw new NotFound();
        }
        var next = visit(practice, booked);
        if (next.status() != Status.CANCELLED && !isJustBooked(next, clock.instant())) {
            return new Undoing.TooLate();
        }
        return switch (cancelAppointment.cancel(practice, booked, version, CancelReason.BOOKED_BY_MISTAKE, by)) {
            case Cancellation.Cancelled _, Cancellation.AlreadyCancelled _ -> new Undoing.Undone();
            case Cancellation.NotCancellable _, Cancellation.ChangedMeanwhile _ -> new Undoing.TooLate();
        };
    }

    private static boolean isJustBooked(Appointment visit, Instant now) {
        return visit.version() == 0 && visit.changedAt().plus(UNDO).isAfter(now);
    }

    /// The same service; after one for new patients, the first one of the same kind for those who come back.
    private Optional<Service> follow(PracticeId practice, Appointment last) {
        var same = services.find(practice, last.service());
        if (same.filter(service -> service.audience() != Audience.NEW).isPresent()) {
            return same;
        }
        return services.active(practice).stream()
                .filter(service -> service.audience() != Audience.NEW)
                .filter(service -> service.modality() == last.modality())
                .findFirst();
    }

    private Appointment visit(PracticeId practice, AppointmentId id) {
        return calendar.find(practice, id).orElseThrow(NotFound::new);
    }

    private PatientId chart(PracticeId practice, Appointment visit) {
        return patients.find(practice, visit.patient()).map(Patient::chart).orElseThrow(NotFound::new);
    }
}
