package org.needlepoint.charting.unwell;

import java.util.Optional;
import org.needlepoint.charting.needling.ArrivalCheck;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Tells whoever means to needle that the patient came unwell: no way in which such a visit goes on has needles.
@Component
class UnwellBeforeNeedling implements ArrivalCheck {
    private final UnwellRows rows;

    UnwellBeforeNeedling(UnwellRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Unwell> unwell(PracticeId practice, AppointmentId visit) {
        return rows.arrival(practice, visit)
                .map(arrival -> new Unwell(arrival.reported(), arrival.outcome().code()));
    }
}
