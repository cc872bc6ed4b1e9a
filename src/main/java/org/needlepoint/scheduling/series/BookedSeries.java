package org.needlepoint.scheduling.series;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Series as they stand.
@Service
public class BookedSeries {
    private final SeriesRows rows;

    BookedSeries(SeriesRows rows) {
        this.rows = rows;
    }

    /// One series; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<Series> find(PracticeId practice, SeriesId id) {
        return rows.find(practice, id);
    }

    /// The series of a patient, or of a chart and the provisional patients linked to it, newest first.
    @Transactional(readOnly = true)
    public List<Series> of(PracticeId practice, Collection<PatientId> patients) {
        return rows.of(practice, patients);
    }

    /// Whether a change of a visit was part of an act on its whole series, of which the patient hears with another
    /// visit's news.
    @Transactional(readOnly = true)
    public boolean isToldWithAnother(PracticeId practice, AppointmentId visit, int version) {
        return rows.toldWithAnother(practice, visit, version);
    }

    /// Notes, in the caller's transaction, that the patient knows of a change already: of a visit that was moved in
    /// from another program.
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteKnown(PracticeId practice, AppointmentId visit, int version) {
        rows.noteToldWithAnother(practice, visit, version);
    }
}
