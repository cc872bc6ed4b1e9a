package org.needlepoint.charting.examination;

import java.util.List;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is to be needled at a visit, to be read.
@Service
public class Targets {
    private final TargetEntries entries;

    Targets(TargetEntries entries) {
        this.entries = entries;
    }

    /// The targets of a visit in the practitioner's order; empty when none was chosen.
    @Transactional(readOnly = true)
    public List<Target> of(PracticeId practice, AppointmentId visit) {
        return list(practice, visit).standing();
    }

    /// The targets of a visit, with those that were taken off and those that were entered in error.
    @Transactional(readOnly = true)
    public TargetList list(PracticeId practice, AppointmentId visit) {
        return TargetList.of(entries.of(practice, visit));
    }

    /// The targets of the visit before this one, to be taken up or not; empty when there were none.
    @Transactional(readOnly = true)
    public List<Target> last(PracticeId practice, PatientId chart, Appointment visit) {
        return entries.lastVisit(practice, chart, visit.id(), visit.endsAt())
                .map(last -> of(practice, last))
                .orElse(List.of());
    }
}
