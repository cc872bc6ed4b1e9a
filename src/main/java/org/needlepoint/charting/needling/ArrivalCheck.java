package org.needlepoint.charting.needling;

import java.util.Optional;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;

/// Says how a patient arrived, for whoever means to needle (rule C5).
public interface ArrivalCheck {
    /// Somebody came unwell, and it was decided that the visit goes on without needles or ends.
    ///
    /// @param reported what they said, in their words; 1..1000 characters
    /// @param outcome  how the visit was to go on, as stored: `to-physician`
    record Unwell(String reported, String outcome) {}

    /// What was kept last of a visit; empty: not unwell, as far as anybody said.
    Optional<Unwell> unwell(PracticeId practice, AppointmentId visit);
}
