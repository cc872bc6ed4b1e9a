package org.needlepoint.charting.room;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Supervisions of the last day that wait for the supervisor who was named (rule W7).
@Service
public class WaitingSupervisions {
    private static final Duration DAY = Duration.ofDays(1);

    private final RoomEntries entries;
    private final Practitioners practitioners;
    private final Patients patients;
    private final Clock clock;

    WaitingSupervisions(RoomEntries entries, Practitioners practitioners, Patients patients, Clock clock) {
        this.entries = entries;
        this.practitioners = practitioners;
        this.patients = patients;
        this.clock = clock;
    }

    /// One of them, with names.
    public record Waiting(AppointmentId visit, String patient, String trainee, String supervisor) {}

    /// The oldest first.
    @Transactional(readOnly = true)
    public List<Waiting> list(PracticeId practice) {
        return entries.waiting(practice, clock.instant().minus(DAY)).stream()
                .map(it -> new Waiting(
                        it.visit(),
                        patients.find(practice, it.chart()).map(Patient::name).orElse(""),
                        name(practice, it.trainee()),
                        name(practice, it.supervisor())))
                .toList();
    }

    private String name(PracticeId practice, PractitionerId id) {
        return practitioners.find(practice, id).map(Practitioner::titledName).orElse("");
    }
}
