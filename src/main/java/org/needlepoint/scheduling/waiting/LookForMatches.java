package org.needlepoint.scheduling.waiting;

import java.time.Clock;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.scheduling.AppointmentCancelled;
import org.needlepoint.scheduling.AppointmentMoved;
import org.needlepoint.shared.PracticeId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// When a visit goes, its time is offered to whoever waits.
@Component
class LookForMatches {
    private final Jobs jobs;
    private final Clock clock;

    LookForMatches(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AppointmentCancelled event) {
        plan(event.practice());
    }

    @ApplicationModuleListener
    void on(AppointmentMoved event) {
        plan(event.practice());
    }

    private void plan(PracticeId practice) {
        jobs.plan(practice, OfferOpenings.KIND, practice.value(), clock.instant());
    }
}
