package org.needlepoint.frontdoor.reminders;

import java.time.Clock;
import org.needlepoint.frontdoor.reminders.CallNotes.Why;
import org.needlepoint.notifications.CancelAnswered;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears that somebody answered CANCEL to a text message. Their visits stand, for nobody knows which one they meant or
/// whether they meant a visit at all: the desk calls.
@Component
class HearAnswers {
    private final Calendar calendar;
    private final CallNotes calls;
    private final Clock clock;

    HearAnswers(Calendar calendar, CallNotes calls, Clock clock) {
        this.calendar = calendar;
        this.calls = calls;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(CancelAnswered event) {
        event.subjects()
                .forEach(subject -> calendar.find(event.practice(), new AppointmentId(subject))
                        .filter(visit -> visit.canChange(clock.instant()))
                        .ifPresent(visit -> calls.note(event.practice(), visit, Why.ANSWERED_CANCEL)));
    }
}
