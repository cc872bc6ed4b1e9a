package org.needlepoint.charting.examination;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens what a patient has drawn before their visits, one after the other; the trail says who looked.
@Service
public class DrawingsOverTime {
    /// So many of the latest are shown.
    public static final int MOST = 12;

    private static final int MOST_VISITS = 100;

    private final Calendar calendar;
    private final Patients patients;

    DrawingsOverTime(Calendar calendar, Patients patients) {
        this.calendar = calendar;
        this.patients = patients;
    }

    /// A visit for which something was drawn.
    public record Drawing(Appointment visit, PainReport pain) {}

    /// A patient's drawings, the oldest first.
    public record Opened(Patient patient, List<Drawing> drawings) {
        public Opened {
            drawings = List.copyOf(drawings);
        }
    }

    /// Empty when the practice has no such patient.
    @Transactional
    public Optional<Opened> open(PracticeId practice, PatientId id, Actor by) {
        return patients.open(practice, id, by).map(patient -> {
            var people = Stream.concat(
                            Stream.of(id),
                            patients.linkedTo(practice, id).stream().map(Patient::id))
                    .toList();
            var drawings = calendar.ofPatients(practice, people, MOST_VISITS).stream()
                    .sorted(Comparator.comparing(Appointment::startsAt).reversed())
                    .map(visit -> new Drawing(visit, calendar.painOf(practice, visit.id())))
                    .filter(drawing -> !drawing.pain().marks().isEmpty()
                            || !drawing.pain().outlines().isEmpty())
                    .limit(MOST)
                    .toList();
            return new Opened(patient, drawings.reversed());
        });
    }
}
