package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Agenda.Choice;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.ApplicationEventPublisher;

/// Books a visit: appointment, occupancy, history, audit entry and event in one transaction.
@org.springframework.stereotype.Service
public class BookAppointment {
    /// For whom.
    public sealed interface Who {
        /// Somebody without a sign-in: becomes a provisional patient, never an existing chart.
        record Guest(Demographics demographics) implements Who {}

        /// A patient on record.
        record Known(PatientId patient) implements Who {}
    }

    /// What is wanted, in one step.
    public record Wish(ServiceId service, PractitionerId practitioner, UUID location, Instant start) {}

    private final Agenda agenda;
    private final Holds holds;
    private final Services services;
    private final Occupancies occupancies;
    private final Appointments appointments;
    private final Patients patients;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Attempts attempts;
    private final Clock clock;

    BookAppointment(
            Agenda agenda,
            Holds holds,
            Services services,
            Occupancies occupancies,
            Appointments appointments,
            Patients patients,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Attempts attempts,
            Clock clock) {
        this.agenda = agenda;
        this.holds = holds;
        this.services = services;
        this.occupancies = occupancies;
        this.appointments = appointments;
        this.patients = patients;
        this.audit = audit;
        this.events = events;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Turns a hold into an appointment. Call it outside a transaction, or inside [Once], so that it can be tried
    /// again when another booking got in its way.
    public Booking fromHold(PracticeId practice, HoldId hold, Who who, PainReport pain, Actor actor) {
        return attempts.run(_ -> turn(practice, hold, who, pain, actor));
    }

    private Booking turn(PracticeId practice, HoldId id, Who who, PainReport pain, Actor actor) {
        var found = holds.lock(practice, id);
        if (found.isEmpty()) {
            return new Booking.UnknownHold();
        }
        var hold = found.get();
        var used = hold.appointment();
        if (used != null) {
            return new Booking.HoldUsed(used, alternatives(practice, hold));
        }
        var now = clock.instant();
        if (!now.isBefore(hold.expires()) || !occupancies.keep(practice, id)) {
            return new Booking.HoldExpired(hold.expires());
        }
        if (who instanceof Who.Known(var patient)) {
            var person = patients.find(practice, patient);
            if (person.isEmpty()) {
                return new Booking.NotOffered("patient");
            }
            if (busy(practice, person.get().chart(), hold.slot(), now)) {
                return new Booking.PatientBusy();
            }
        }
        var service = services.find(practice, hold.service()).orElseThrow();
        var visit = visit(service, hold.slot(), hold.zone(), patientOf(practice, who, actor), now);
        appointments.insert(practice, visit, actor);
        occupancies.convert(practice, id, visit.id());
        occupancies.book(practice, List.of(ofPatient(visit, agenda.person(practice, visit.patient()))), visit.id());
        holds.markUsed(practice, id, visit.id());
        return booked(practice, visit, pain, actor);
    }

    /// Books without a hold, for staff and patients who are signed in. Staff (an account) may book inside the minimum
    /// notice. Call it outside a transaction, or inside [Once].
    public Booking now(PracticeId practice, Wish wish, Who who, PainReport pain, Actor actor) {
        return attempts.run(_ -> book(practice, wish, who, pain, actor));
    }

    private Booking book(PracticeId practice, Wish wish, Who who, PainReport pain, Actor actor) {
        @Nullable PatientId known = null;
        if (who instanceof Who.Known(var patient)) {
            var person = patients.find(practice, patient);
            if (person.isEmpty()) {
                return new Booking.NotOffered("patient");
            }
            known = person.get().chart();
        }
        boolean staff = actor.kind() == Actor.Kind.ACCOUNT;
        return switch (agenda.choose(practice, wish, null, known == null ? null : known.value(), null, staff)) {
            case Choice.NotOffered(var field) -> new Booking.NotOffered(field);
            case Choice.Taken(var alternatives) -> new Booking.Taken(alternatives);
            case Choice.TooSoon(var alternatives) -> new Booking.Taken(alternatives);
            case Choice.PatientBusy() -> new Booking.PatientBusy();
            case Choice.Free(var offered, var slot, var zone) -> {
                var now = clock.instant();
                var visit = visit(offered.service(), slot, zone, patientOf(practice, who, actor), now);
                appointments.insert(practice, visit, actor);
                occupancies.book(
                        practice,
                        slot.takes(
                                offered.service(),
                                Objects.requireNonNullElse(known, visit.patient())
                                        .value()),
                        visit.id());
                yield booked(practice, visit, pain, actor);
            }
        };
    }

    private Booking booked(PracticeId practice, Appointment visit, PainReport pain, Actor actor) {
        if (!pain.isEmpty()) {
            appointments.insertPain(practice, visit.id(), pain);
        }
        audit.append(
                practice,
                AuditEntry.of(actor, "booked", "appointment", visit.id().value())
                        .about(visit.patient().value())
                        .during(visit.id().value()));
        events.publishEvent(new AppointmentBooked(practice, visit.id(), visit.version()));
        return new Booking.Booked(visit);
    }

    private PatientId patientOf(PracticeId practice, Who who, Actor actor) {
        return switch (who) {
            case Who.Guest(var demographics) -> patients.makeProvisional(practice, demographics, actor);
            case Who.Known(var patient) -> patient;
        };
    }

    private boolean busy(PracticeId practice, PatientId patient, Openings.Slot slot, Instant now) {
        var start = Instant.ofEpochSecond(slot.start());
        var end = Instant.ofEpochSecond(slot.end());
        return !occupancies
                .busy(practice, List.of(patient.value()), start, end, now, null)
                .isEmpty();
    }

    private List<Opening> alternatives(PracticeId practice, Hold hold) {
        return agenda.offered(practice, hold.service())
                .map(offered -> agenda.alternatives(
                        practice,
                        offered,
                        Instant.ofEpochSecond(hold.slot().start()),
                        hold.slot().offer().practitioner(),
                        Agenda.Asker.guest(offered.service())))
                .orElse(List.of());
    }

    private static Appointment visit(Service service, Openings.Slot slot, ZoneId zone, PatientId patient, Instant now) {
        var start = Instant.ofEpochSecond(slot.start());
        return new Appointment(
                AppointmentId.next(),
                Appointment.Status.BOOKED,
                service.id(),
                service.name(),
                service.modality(),
                service.price(),
                slot.offer().practitioner(),
                slot.offer().location(),
                slot.room(),
                patient,
                LocalDateTime.ofInstant(start, zone),
                zone,
                start,
                Instant.ofEpochSecond(slot.end()),
                null,
                0,
                now);
    }

    private static Occupancies.Stretch ofPatient(Appointment visit, UUID person) {
        return new Occupancies.Stretch("patient", person, visit.startsAt(), visit.endsAt());
    }
}
