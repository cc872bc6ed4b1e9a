package org.needlepoint.charting.injection;

import java.time.Instant;
import org.needlepoint.charting.note.ChartedLater;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// An injection recorded after the note was signed.
@Component
class InjectionChartedLater implements ChartedLater {
    private final Injections injections;

    InjectionChartedLater(Injections injections) {
        this.injections = injections;
    }

    @Override
    public boolean since(PracticeId practice, AppointmentId visit, Instant signed) {
        return injections.ofVisit(practice, visit).stream()
                .anyMatch(injection -> injection.recordedAt().isAfter(signed));
    }
}
