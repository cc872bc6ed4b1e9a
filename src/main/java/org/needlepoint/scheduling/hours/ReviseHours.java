package org.needlepoint.scheduling.hours;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.CancelAppointment.Cancellation;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.Closures;
import org.needlepoint.scheduling.LocationHours;
import org.needlepoint.scheduling.OpenHours;
import org.needlepoint.scheduling.Timetable;
import org.needlepoint.scheduling.Timetables;
import org.needlepoint.scheduling.WeeklyHours;
import org.needlepoint.scheduling.WorkingHours;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Changes hours. A change that takes the time of booked visits is not saved before somebody has said of each of them
/// what to do; call it again with the choices. Call it outside a transaction.
@Service
public class ReviseHours {
    private final Timetables timetables;
    private final Closures closures;
    private final TimesOff timesOff;
    private final WeeklyHours weeklyHours;
    private final LocationHours locationHours;
    private final Conflicts conflicts;
    private final Turns turns;
    private final CancelAppointment cancelAppointment;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ReviseHours(
            Timetables timetables,
            Closures closures,
            TimesOff timesOff,
            WeeklyHours weeklyHours,
            LocationHours locationHours,
            Conflicts conflicts,
            Turns turns,
            CancelAppointment cancelAppointment,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.timetables = timetables;
        this.closures = closures;
        this.timesOff = timesOff;
        this.weeklyHours = weeklyHours;
        this.locationHours = locationHours;
        this.conflicts = conflicts;
        this.turns = turns;
        this.cancelAppointment = cancelAppointment;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Who changes, and what they say of the visits that no longer fit.
    ///
    /// @param seen   the hours that they saw when they decided; null: whatever they are
    /// @param others of those without a choice of their own; null: nothing was said
    public record By(
            Actor actor,
            @Nullable Seen seen,
            Map<AppointmentId, VisitChoice> choices,
            @Nullable VisitChoice others) {
        public By {
            choices = Map.copyOf(choices);
        }

        Optional<VisitChoice> choiceOf(Appointment visit) {
            return Optional.ofNullable(choices.getOrDefault(visit.id(), others));
        }

        /// Refuses when the hours are others than those that were seen.
        Optional<Planned> overlooks(Collection<? extends Record> hours) {
            var now = Seen.of(hours);
            return seen == null || seen.equals(now)
                    ? Optional.empty()
                    : Optional.of(new Planned.Refused(new Revision.ChangedMeanwhile(now)));
        }
    }

    /// Days that differ.
    public Revision add(PracticeId practice, Closure closure, By by) {
        return revise(
                practice,
                by,
                timetable -> saidAlready(timetable, closure)
                        .orElseGet(() -> new Planned.Change(
                                timetable.with(closure), () -> closures.add(practice, closure, by.actor()))));
    }

    /// Other days instead, or the same in another way. Where they are time off that was granted, its days become these.
    ///
    /// @param closure with the id of the entry that is changed
    public Revision change(PracticeId practice, Closure closure, By by) {
        return revise(practice, by, timetable -> {
            var former = entry(timetable, closure.id());
            if (former.isEmpty()) {
                return new Planned.Refused(new Revision.Gone());
            }
            var overlooked = by.overlooks(former);
            if (overlooked.isPresent()) {
                return overlooked.get();
            }
            var granted = timesOff.lockOfClosure(practice, closure.id());
            if (granted.isPresent() && !granted.get().isStill(closure)) {
                return new Planned.Refused(new Revision.GrantedAsTimeOff(granted.get()));
            }
            return saidAlready(timetable.without(closure.id()), closure)
                    .orElseGet(() -> new Planned.Change(timetable.with(closure), () -> {
                        closures.change(practice, closure, by.actor());
                        granted.ifPresent(off -> {
                            timesOff.regrant(practice, off.id(), closure);
                            audit.append(practice, AuditEntry.of(by.actor(), "changed", "time-off", off.id()));
                        });
                    }));
        });
    }

    private static List<Closure> entry(Timetable timetable, UUID closure) {
        return timetable.closures().stream()
                .filter(each -> each.id().equals(closure))
                .toList();
    }

    private static Optional<Planned> saidAlready(Timetable others, Closure closure) {
        return others.closures().stream()
                .filter(closure::saysTheSameAs)
                .findFirst()
                .map(same -> new Planned.Refused(new Revision.SaidAlready(same)));
    }

    /// Takes days that differ away. Time off that was granted is withdrawn instead.
    public Revision remove(PracticeId practice, UUID closure, By by) {
        return revise(practice, by, timetable -> {
            if (entry(timetable, closure).isEmpty()) {
                return new Planned.Refused(new Revision.Gone());
            }
            return timesOff.lockOfClosure(practice, closure)
                    .<Planned>map(off -> new Planned.Refused(new Revision.GrantedAsTimeOff(off)))
                    .orElseGet(() -> new Planned.Change(
                            timetable.without(closure), () -> closures.remove(practice, closure, by.actor())));
        });
    }

    /// Days that differ because of something else, and what is written with them.
    record Granted(Closure closure, Runnable alsoWrite) {}

    /// Lets days differ because something is granted.
    ///
    /// @param asked what is granted, looked at inside the transaction; empty: nothing any more
    Revision grant(PracticeId practice, By by, Supplier<Optional<Granted>> asked) {
        return revise(
                practice,
                by,
                timetable -> asked.get()
                        .<Planned>map(granted -> new Planned.Change(timetable.with(granted.closure()), () -> {
                            closures.add(practice, granted.closure(), by.actor());
                            granted.alsoWrite().run();
                        }))
                        .orElseGet(() -> new Planned.Refused(new Revision.Gone())));
    }

    /// A practitioner's hours at a place, for a form that shows them.
    public Seen seen(PracticeId practice, PractitionerId practitioner, UUID place) {
        return Seen.of(hours(timetables.from(practice, yesterday()), practitioner, place));
    }

    private static List<WorkingHours> hours(Timetable timetable, PractitionerId practitioner, UUID place) {
        return timetable.weekly().stream()
                .filter(hours -> hours.practitioner().equals(practitioner)
                        && hours.location().equals(place))
                .toList();
    }

    /// A place's own hours, for a form that shows them.
    public Seen seen(PracticeId practice, UUID place) {
        return Seen.of(hours(timetables.from(practice, yesterday()), place));
    }

    private static List<OpenHours> hours(Timetable timetable, UUID place) {
        return timetable.places().stream()
                .filter(hours -> hours.location().equals(place))
                .toList();
    }

    /// Gives a practitioner another week at a place, in a period; before and after it their hours there stay as they
    /// are.
    ///
    /// @param week may be empty: they do not work there then
    public Revision saveWeek(
            PracticeId practice,
            PractitionerId practitioner,
            UUID place,
            Period period,
            List<WeekdayHours> week,
            By by) {
        return revise(practice, by, timetable -> {
            var overlooked = by.overlooks(hours(timetable, practitioner, place));
            if (overlooked.isPresent()) {
                return overlooked.get();
            }
            var revised = Weeks.ofPractitioner(timetable.weekly(), practitioner, place, period, week);
            var clash = Weeks.clash(revised, practitioner, place);
            if (clash.isPresent()) {
                return new Planned.Refused(new Revision.Elsewhere(clash.get()));
            }
            return new Planned.Change(
                    timetable.withWeekly(revised),
                    () -> weeklyHours.replace(practice, practitioner, place, yesterday(), revised, by.actor()));
        });
    }

    /// Gives a place another week of opening hours, in a period.
    ///
    /// @param week may be empty: it has no hours of its own then, and is open as its practitioners work
    public Revision savePlaceWeek(PracticeId practice, UUID place, Period period, List<WeekdayHours> week, By by) {
        return revise(practice, by, timetable -> {
            var overlooked = by.overlooks(hours(timetable, place));
            if (overlooked.isPresent()) {
                return overlooked.get();
            }
            var revised = Weeks.ofPlace(timetable.places(), place, period, week);
            return new Planned.Change(
                    timetable.withPlaces(revised),
                    () -> locationHours.replace(practice, place, yesterday(), revised, by.actor()));
        });
    }

    private sealed interface Planned {
        record Change(Timetable after, Runnable write) implements Planned {}

        record Refused(Revision why) implements Planned {}
    }

    private interface Plan {
        Planned of(Timetable timetable);
    }

    private sealed interface Written {
        record Done(List<Appointment> visits) implements Written {}

        record Not(Revision why) implements Written {}
    }

    private Revision revise(PracticeId practice, By by, Plan plan) {
        var written = Objects.requireNonNull(transaction.execute(_ -> write(practice, by, plan)));
        return switch (written) {
            case Written.Not(var why) -> why;
            case Written.Done(var visits) -> saved(practice, by, visits);
        };
    }

    private Written write(PracticeId practice, By by, Plan plan) {
        turns.take(practice);
        var timetable = timetables.from(practice, yesterday());
        return switch (plan.of(timetable)) {
            case Planned.Refused(var why) -> new Written.Not(why);
            case Planned.Change(var after, var write) -> {
                var visits = conflicts.arising(practice, timetable, after);
                if (visits.stream().anyMatch(visit -> by.choiceOf(visit).isEmpty())) {
                    yield new Written.Not(new Revision.Undecided(visits));
                }
                write.run();
                visits.forEach(visit ->
                        by.choiceOf(visit).ifPresent(choice -> conflicts.choose(practice, visit, choice, by.actor())));
                yield new Written.Done(visits);
            }
        };
    }

    /// What ended before it is nobody's hours any more, in any zone.
    private LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    }

    /// Cancels what is to be cancelled, each by itself: one that somebody changed meanwhile stays on the list.
    private Revision saved(PracticeId practice, By by, List<Appointment> visits) {
        int cancelled = 0;
        for (var visit : visits) {
            if (by.choiceOf(visit).equals(Optional.of(VisitChoice.CANCEL))
                    && cancelAppointment.cancel(
                                    practice, visit.id(), visit.version(), CancelReason.PRACTITIONER_AWAY, by.actor())
                            instanceof Cancellation.Cancelled) {
                cancelled++;
            }
        }
        return new Revision.Saved(cancelled, visits.size() - cancelled);
    }
}
