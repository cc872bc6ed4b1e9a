package org.needlepoint.scheduling;

import java.time.Clock;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Linking;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.patients.Unlinking;
import org.needlepoint.shared.PracticeId;

/// Says that somebody who booked as a guest is the person of a chart. From then on their visits take the time of that
/// person: nobody is in two places at once, under whichever name they booked.
@org.springframework.stereotype.Service
public class LinkGuest {
    /// What became of it.
    public sealed interface Result {
        /// The guest's coming visits take the chart's time now.
        record Linked() implements Result {}

        /// Refused, as [Patients#link] says.
        record NotLinked(Linking reason) implements Result {}

        /// Refused: guest and chart have visits at the same time. One of them is moved or cancelled first.
        ///
        /// @param visit the guest's
        record BothAtOnce(Appointment visit) implements Result {}
    }

    private final Patients patients;
    private final PatientTimes times;
    private final Appointments appointments;
    private final Attempts attempts;
    private final Clock clock;

    LinkGuest(Patients patients, PatientTimes times, Appointments appointments, Attempts attempts, Clock clock) {
        this.patients = patients;
        this.times = times;
        this.appointments = appointments;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Links a guest to a confirmed chart. Call it outside a transaction.
    public Result link(PracticeId practice, PatientId guest, PatientId chart, Actor actor) {
        return attempts.run(transaction -> {
            var linking = patients.link(practice, guest, chart, actor);
            if (!(linking instanceof Linking.Linked)) {
                return new Result.NotLinked(linking);
            }
            var both = times.bothAtOnce(practice, guest.value(), chart.value(), clock.instant());
            if (both.isPresent()) {
                transaction.setRollbackOnly();
                return new Result.BothAtOnce(
                        appointments.find(practice, both.get()).orElseThrow());
            }
            times.handOver(practice, guest.value(), guest.value(), chart.value(), clock.instant());
            return new Result.Linked();
        });
    }

    /// Undoes the link; the guest's visits are the guest's again.
    public Unlinking unlink(PracticeId practice, PatientId guest, Actor actor) {
        return attempts.run(_ -> {
            var unlinking = patients.unlink(practice, guest, actor);
            if (unlinking instanceof Unlinking.Unlinked(var chart)) {
                times.handOver(practice, guest.value(), chart.value(), guest.value(), clock.instant());
            }
            return unlinking;
        });
    }
}
