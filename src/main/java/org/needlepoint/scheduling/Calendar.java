package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Repository;

/// Appointments as pages show them.
@Repository
public class Calendar {
    /// A line of a day's list.
    public record Line(
            Appointment appointment, String practitioner, String patient, boolean provisional, boolean pain) {}

    /// The visits that start on a local date, each by its own location's zone, in order of start; cancelled ones
    /// included.
    public List<Line> day(PracticeId practice, LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /// One appointment; empty when the practice has none of that id.
    public Optional<Appointment> find(PracticeId practice, AppointmentId id) {
        throw new UnsupportedOperationException();
    }

    /// What came with it; [PainReport#NONE] when nothing did.
    public PainReport painOf(PracticeId practice, AppointmentId id) {
        throw new UnsupportedOperationException();
    }

    /// A patient's visits, newest first. For a chart, ask for its linked provisional patients as well.
    ///
    /// @param limit how many at most, 1..200
    public List<Appointment> ofPatient(PracticeId practice, PatientId patient, int limit) {
        throw new UnsupportedOperationException();
    }
}
