package org.needlepoint.frontdoor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens a visit or a patient's record for staff; the trail says who looked, and at a visit, within which one.
@Service
public class OpenVisit {
    private static final int VISITS_A_PAGE = 100;

    private final Calendar calendar;
    private final Patients patients;
    private final AuditTrail audit;

    OpenVisit(Calendar calendar, Patients patients, AuditTrail audit) {
        this.calendar = calendar;
        this.patients = patients;
        this.audit = audit;
    }

    /// A visit with the person and what they painted.
    public record Opened(Appointment appointment, Patient patient, PainReport pain) {}

    /// A patient's record: the person, the provisional patients linked to them, and a page of their visits, newest
    /// first.
    ///
    /// @param more whether there are earlier visits
    public record Chart(Patient patient, List<Patient> linked, List<Appointment> visits, boolean more) {}

    /// Opens a visit; empty when the practice has none of that id.
    @Transactional
    public Optional<Opened> visit(PracticeId practice, AppointmentId id, Actor actor) {
        var appointment = calendar.find(practice, id);
        var patient = appointment.flatMap(found -> patients.find(practice, found.patient()));
        if (appointment.isEmpty() || patient.isEmpty()) {
            return Optional.empty();
        }
        audit.append(
                practice,
                AuditEntry.of(actor, "viewed", "appointment", id.value())
                        .about(patient.get().id().value())
                        .during(id.value()));
        return Optional.of(new Opened(appointment.get(), patient.get(), calendar.painOf(practice, id)));
    }

    /// Opens a patient's record; empty when the practice has none of that id.
    ///
    /// @param page of the visits, 1 or more
    @Transactional
    public Optional<Chart> chart(PracticeId practice, PatientId id, int page, Actor actor) {
        return patients.open(practice, id, actor).map(patient -> {
            var linked = patients.linkedTo(practice, id);
            var people = Stream.concat(Stream.of(id), linked.stream().map(Patient::id))
                    .toList();
            var visits = calendar.ofPatients(practice, people, (page - 1) * VISITS_A_PAGE, VISITS_A_PAGE + 1);
            var shown = visits.subList(0, Math.min(visits.size(), VISITS_A_PAGE));
            return new Chart(patient, linked, shown, visits.size() > VISITS_A_PAGE);
        });
    }
}
