package org.needlepoint.aftercare;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// When a patient comes again. A visit that was cancelled or missed is none.
@Component
class NextVisit {
    private static final Set<Status> NOT_COMING = EnumSet.of(Status.CANCELLED, Status.NO_SHOW);
    private static final int MOST = 100;

    private final Calendar calendar;
    private final Patients patients;

    NextVisit(Calendar calendar, Patients patients) {
        this.calendar = calendar;
        this.patients = patients;
    }

    /// The start of the first visit in person or by video after a plan's own; a phone call sees nobody.
    Optional<Instant> after(PracticeId practice, Plan plan) {
        var people = Stream.concat(
                        Stream.of(plan.patient()),
                        patients.linkedTo(practice, plan.patient()).stream().map(Patient::id))
                .toList();
        return calendar.ofPatients(practice, people, MOST).stream()
                .filter(visit -> !visit.id().value().equals(plan.visit()))
                .filter(visit -> !NOT_COMING.contains(visit.status()) && visit.modality() != Modality.PHONE)
                .map(Appointment::startsAt)
                .filter(start -> start.isAfter(plan.endedAt()))
                .min(Comparator.naturalOrder());
    }
}
