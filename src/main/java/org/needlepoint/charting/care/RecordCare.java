package org.needlepoint.charting.care;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.Screenings;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Records what happens at a visit beside the needles. Entries are added; a wrong one is marked and stays.
@Service
public class RecordCare {
    private static final String ANTISEPTIC_ALLERGY = "antiseptic-allergy";
    private static final Set<Status> HERE =
            EnumSet.of(Status.ARRIVED, Status.ROOMED, Status.IN_SESSION, Status.COMPLETED);

    private final CareEntries entries;
    private final Calendar calendar;
    private final Patients patients;
    private final Screenings screenings;
    private final AuditTrail audit;
    private final Clock clock;

    RecordCare(
            CareEntries entries,
            Calendar calendar,
            Patients patients,
            Screenings screenings,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.calendar = calendar;
        this.patients = patients;
        this.screenings = screenings;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was recorded at a visit, for somebody to look at; the trail says who looked.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public VisitCare open(PracticeId practice, AppointmentId visit, Actor by) {
        var chart = chart(practice, calendar.find(practice, visit).orElseThrow(NotFound::new));
        audit.append(
                practice,
                AuditEntry.of(by, "viewed", "visit", visit.value())
                        .about(chart.value())
                        .during(visit.value()));
        return entries.ofVisit(practice, visit);
    }

    /// Records an entry.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public Recording record(PracticeId practice, AppointmentId visit, CareEvent event, Actor by) {
        var booked = calendar.find(practice, visit).orElseThrow(NotFound::new);
        if (!HERE.contains(booked.status())) {
            return new Recording.NotNow();
        }
        var chart = chart(practice, booked);
        var entry = new CareEntry(
                CareEntryId.next(), event, clock.instant().truncatedTo(ChronoUnit.MICROS), account(by), null);
        entries.insert(practice, visit, chart, entry);
        trail(practice, event.kind(), visit, chart, entry.id(), by);
        return new Recording.Recorded(entry.id());
    }

    /// Records that everything against infection was done as this person does it; asks when the patient may be allergic
    /// to what they prepare skin with.
    ///
    /// @throws NotFound when the practice has no such visit
    @Transactional
    public Recording asUsual(PracticeId practice, AppointmentId visit, Actor by) {
        var booked = calendar.find(practice, visit).orElseThrow(NotFound::new);
        var usual = usual(practice, by);
        if (usual.isAskedAbout() && mayBeAllergic(practice, chart(practice, booked))) {
            return new Recording.AllergyToAntiseptic(usual);
        }
        return record(practice, visit, CareEvent.Hygiene.complete(usual), by);
    }

    /// With what this person prepared skin the last time; alcohol before the first.
    @Transactional(readOnly = true)
    public Antiseptic usual(PracticeId practice, Actor by) {
        return entries.lastAntiseptic(practice, account(by)).orElse(Antiseptic.ALCOHOL);
    }

    /// Whether the patient said yes or not sure when asked about an allergy to skin wash.
    @Transactional(readOnly = true)
    public boolean mayBeAllergic(PracticeId practice, PatientId chart) {
        return screenings.latest(practice, chart).stream()
                .filter(answer -> answer.question().equals(ANTISEPTIC_ALLERGY))
                .anyMatch(answer -> answer.said().given() != Said.Given.NO);
    }

    /// Marks an entry as entered in error; it stays in the record and no longer counts.
    ///
    /// @param reason 1 to 1000 characters
    /// @throws NotFound when the visit has no such entry
    @Transactional
    public void retract(PracticeId practice, AppointmentId visit, CareEntryId id, String reason, Actor by) {
        var booked = calendar.find(practice, visit).orElseThrow(NotFound::new);
        if (entries.ofVisit(practice, visit).entries().stream()
                .noneMatch(entry -> entry.id().equals(id))) {
            throw new NotFound();
        }
        entries.markWrong(practice, id, reason, clock.instant(), account(by));
        trail(practice, "entered-in-error", visit, chart(practice, booked), id, by);
    }

    private PatientId chart(PracticeId practice, Appointment visit) {
        return patients.find(practice, visit.patient()).map(Patient::chart).orElseThrow(NotFound::new);
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who records has an account");
    }

    private void trail(
            PracticeId practice, String action, AppointmentId visit, PatientId chart, CareEntryId id, Actor by) {
        audit.append(
                practice,
                AuditEntry.of(by, action, "care", id.value())
                        .about(chart.value())
                        .during(visit.value()));
    }
}
