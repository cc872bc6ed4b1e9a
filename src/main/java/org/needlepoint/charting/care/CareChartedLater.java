package org.needlepoint.charting.care;

import java.time.Instant;
import org.needlepoint.charting.note.ChartedLater;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Response, reaction, other treatment or infection control recorded after the note was signed.
@Component
class CareChartedLater implements ChartedLater {
    private final CareEntries entries;

    CareChartedLater(CareEntries entries) {
        this.entries = entries;
    }

    @Override
    public boolean since(PracticeId practice, AppointmentId visit, Instant signed) {
        return entries.ofVisit(practice, visit).isAddedToSince(signed);
    }
}
