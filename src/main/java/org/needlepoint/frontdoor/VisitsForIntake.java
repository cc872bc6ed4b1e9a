package org.needlepoint.frontdoor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.intake.VisitDirectory;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells screening and consent what they have to know of a visit, since they may not read the calendar.
@Component
class VisitsForIntake implements VisitDirectory {
    private final Calendar calendar;
    private final Patients patients;
    private final Practices practices;
    private final Sessions sessions;

    VisitsForIntake(Calendar calendar, Patients patients, Practices practices, Sessions sessions) {
        this.calendar = calendar;
        this.patients = patients;
        this.practices = practices;
        this.sessions = sessions;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<VisitFacts> find(PracticeId practice, UUID visit) {
        return calendar.find(practice, new AppointmentId(visit))
                .filter(appointment -> appointment.status() != Appointment.Status.CANCELLED)
                .flatMap(appointment -> patients.find(practice, appointment.patient())
                        .map(patient -> facts(practice, appointment, patient.chart())));
    }

    private VisitFacts facts(PracticeId practice, Appointment visit, PatientId chart) {
        return new VisitFacts(
                visit.id().value(),
                chart,
                visit.serviceName(),
                visit.start(),
                place(practice, visit),
                visit.location(),
                visit.practitioner(),
                zones(calendar.painOf(practice, visit.id())),
                visit.modality() == Modality.IN_PERSON,
                hasBeenHere(practice, visit, chart),
                sessions.openedAt(practice, visit.id()).orElse(null));
    }

    private String place(PracticeId practice, Appointment visit) {
        return practices.find(practice).stream()
                .flatMap(found -> found.locations().stream())
                .filter(location -> location.id().equals(visit.location()))
                .map(Practice.Location::name)
                .findFirst()
                .orElse("");
    }

    private static List<String> zones(PainReport pain) {
        return pain.marks().stream()
                .sorted(Comparator.comparingDouble(PainReport.Mark::intensity).reversed())
                .map(PainReport.Mark::zone)
                .distinct()
                .toList();
    }

    private boolean hasBeenHere(PracticeId practice, Appointment visit, PatientId chart) {
        var people = Stream.concat(
                        Stream.of(chart),
                        patients.linkedTo(practice, chart).stream().map(Patient::id))
                .toList();
        return calendar.cameBefore(practice, people, visit.startsAt());
    }
}
