package org.needlepoint.frontdoor.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.reminders.DelayNotices.Notice;
import org.needlepoint.frontdoor.reminders.ReachPatient.Way;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Delay;
import org.needlepoint.scheduling.Delays;
import org.needlepoint.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says that a practitioner runs late, or is on time again, and tells the patients of the visits after (rule
/// F1), each by the way they are reached. Whom no message reaches stands on the list of calls (rule F5). All in
/// one transaction: what stands on the calendar was told, and a form sent twice tells nobody twice.
@Service
public class SayRunningLate {
    /// Longer than any local day.
    private static final Duration DAY = Duration.ofHours(26);

    private final Delays delays;
    private final DelayNotices notices;
    private final Calendar calendar;
    private final Patients patients;
    private final BookedVisits visits;
    private final ReachPatient reach;
    private final Outbox outbox;
    private final Clock clock;

    /// How many patients were told of what was said last.
    ///
    /// @param told  by a message
    /// @param calls whom no message reaches
    public record Told(int told, int calls) {}

    SayRunningLate(
            Delays delays,
            DelayNotices notices,
            Calendar calendar,
            Patients patients,
            BookedVisits visits,
            ReachPatient reach,
            Outbox outbox,
            Clock clock) {
        this.delays = delays;
        this.notices = notices;
        this.calendar = calendar;
        this.patients = patients;
        this.visits = visits;
        this.reach = reach;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Says it of today.
    ///
    /// @param minutes 5..120; 0: on time again
    /// @return what holds now; empty when somebody who was not late is said to be on time
    @Transactional
    public Optional<Delay> say(Practice practice, PractitionerId practitioner, int minutes, Actor actor) {
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var said = delays.say(practice.id(), practitioner, today, minutes, actor);
        said.ifPresent(delay -> tell(practice, delay));
        return said;
    }

    private void tell(Practice practice, Delay delay) {
        var before = notices.of(practice.id(), delay);
        var now = clock.instant();
        calendar.ofPractitioner(practice.id(), delay.practitioner(), now, now.plus(DAY)).stream()
                .map(Calendar.Line::appointment)
                .filter(visit -> delay.concerns(visit, now))
                .filter(visit -> delay.isNewsTo(Optional.ofNullable(before.get(visit.id()))
                        .map(Notice::minutes)
                        .orElse(null)))
                .forEach(visit -> tell(practice, delay, visit));
    }

    private void tell(Practice practice, Delay delay, Appointment visit) {
        var patient = patients.find(practice.id(), visit.patient()).orElseThrow(NotFound::new);
        switch (reach.way(practice.id(), patient, Kind.RUNNING_LATE)) {
            case Way.Nobody(var reason) -> notices.note(practice.id(), delay, visit.id(), reason);
            case Way.By(var channel, var address, var locale) -> {
                var path = "/p/" + practice.slug() + "/manage/" + visits.link(practice.id(), visit);
                var message = Message.of(
                        channel, address, locale, Kind.RUNNING_LATE, visit.id().value(), path);
                outbox.queue(practice.id(), message.until(visit.startsAt()));
                notices.note(practice.id(), delay, visit.id(), null);
            }
        }
    }

    /// How many were told of a delay as it was said last.
    @Transactional(readOnly = true)
    public Told told(Practice practice, Delay delay) {
        var of = notices.of(practice.id(), delay).values().stream()
                .filter(notice -> notice.version() == delay.version())
                .toList();
        int calls = (int) of.stream().filter(notice -> notice.reason() != null).count();
        return new Told(of.size() - calls, calls);
    }
}
