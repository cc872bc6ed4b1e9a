package org.needlepoint.scheduling.hours;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.Closures;
import org.needlepoint.scheduling.hours.ReviseHours.By;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Time off: asked for by a practitioner, approved or declined by an owner, withdrawn by either.
@Service
public class DecideTimeOff {
    private static final Texts AWAY = new Texts("Away", "Ausente");

    private final TimesOff timesOff;
    private final Closures closures;
    private final ReviseHours reviseHours;
    private final AuditTrail audit;

    DecideTimeOff(TimesOff timesOff, Closures closures, ReviseHours reviseHours, AuditTrail audit) {
        this.timesOff = timesOff;
        this.closures = closures;
        this.reviseHours = reviseHours;
        this.audit = audit;
    }

    /// What came of asking.
    public sealed interface Asking {
        /// Asked; it waits for the owner.
        record Asked(UUID id) implements Asking {}

        /// Refused: this is asked for or granted on some of the same days.
        record AskedAlready(TimeOff other) implements Asking {}
    }

    /// Those that end on a day or later, by first day.
    @Transactional(readOnly = true)
    public List<TimeOff> from(PracticeId practice, LocalDate day) {
        return timesOff.from(practice, day);
    }

    /// Asks. The id, status, answer and version of the request are made here.
    @Transactional
    public Asking ask(PracticeId practice, TimeOff wanted, Actor actor) {
        var other = timesOff.from(practice, wanted.firstDay()).stream()
                .filter(each -> each.open()
                        && each.practitioner().equals(wanted.practitioner())
                        && !each.firstDay().isAfter(wanted.lastDay())
                        && meets(each, wanted))
                .findFirst();
        if (other.isPresent()) {
            return new Asking.AskedAlready(other.get());
        }
        timesOff.insert(practice, wanted);
        audit.append(practice, AuditEntry.of(actor, "asked", "time-off", wanted.id()));
        return new Asking.Asked(wanted.id());
    }

    private static boolean meets(TimeOff one, TimeOff other) {
        var opens = one.opens();
        var closes = one.closes();
        var otherOpens = other.opens();
        var otherCloses = other.closes();
        return opens == null
                || closes == null
                || otherOpens == null
                || otherCloses == null
                || (opens.isBefore(otherCloses) && otherOpens.isBefore(closes));
    }

    /// Approves what is asked for: from then on these days differ. Call it outside a transaction.
    ///
    /// @return [Revision.Gone] when it is no longer asked for as the form showed it
    public Revision approve(PracticeId practice, UUID id, int version, By by) {
        var closure = Uuid7.next();
        return reviseHours.grant(practice, by, () -> {
            var off = timesOff.lock(practice, id).orElseThrow(NotFound::new);
            if (off.status() != TimeOff.Status.ASKED || off.version() != version) {
                return Optional.empty();
            }
            return Optional.of(new ReviseHours.Granted(
                    new Closure(
                            closure,
                            Closure.Kind.CLOSED,
                            off.practitioner(),
                            null,
                            off.firstDay(),
                            off.lastDay(),
                            off.opens(),
                            off.closes(),
                            AWAY),
                    () -> {
                        timesOff.update(practice, id, TimeOff.Status.APPROVED, "", closure);
                        audit.append(practice, AuditEntry.of(by.actor(), "approved", "time-off", id));
                    }));
        });
    }

    /// Declines what is asked for.
    ///
    /// @return whether it was; false when it is no longer asked for as the form showed it
    @Transactional
    public boolean decline(PracticeId practice, UUID id, int version, String answer, Actor actor) {
        var off = timesOff.lock(practice, id).orElseThrow(NotFound::new);
        if (off.status() != TimeOff.Status.ASKED || off.version() != version) {
            return false;
        }
        timesOff.update(practice, id, TimeOff.Status.DECLINED, answer, null);
        audit.append(practice, AuditEntry.of(actor, "declined", "time-off", id));
        return true;
    }

    /// Takes back what was asked for or granted; granted days are worked again.
    ///
    /// @return whether it was; false when somebody changed it meanwhile
    @Transactional
    public boolean withdraw(PracticeId practice, UUID id, int version, Actor actor) {
        var off = timesOff.lock(practice, id).orElseThrow(NotFound::new);
        if (!off.open() || off.version() != version) {
            return false;
        }
        timesOff.update(practice, id, TimeOff.Status.WITHDRAWN, off.answer(), null);
        var closure = off.closure();
        if (closure != null) {
            closures.remove(practice, closure, actor);
        }
        audit.append(practice, AuditEntry.of(actor, "withdrew", "time-off", id));
        return true;
    }

    /// One of them.
    @Transactional
    public Optional<TimeOff> find(PracticeId practice, UUID id) {
        return timesOff.lock(practice, id);
    }
}
