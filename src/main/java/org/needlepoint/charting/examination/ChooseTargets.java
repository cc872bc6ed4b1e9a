package org.needlepoint.charting.examination;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.examination.TargetEntry.Chosen;
import org.needlepoint.charting.examination.TargetEntry.EnteredInError;
import org.needlepoint.charting.examination.TargetEntry.Moved;
import org.needlepoint.charting.examination.TargetEntry.PutBack;
import org.needlepoint.charting.examination.TargetEntry.Said;
import org.needlepoint.charting.examination.TargetEntry.TakenOff;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes the target list of a visit: chooses with a reason, puts in order, takes off, and takes back. Every step stays
/// in the record.
@Service
public class ChooseTargets {
    private final ChartOfVisit charts;
    private final Targets targets;
    private final TargetEntries entries;
    private final Knowledge knowledge;
    private final AuditTrail audit;
    private final Clock clock;

    ChooseTargets(
            ChartOfVisit charts,
            Targets targets,
            TargetEntries entries,
            Knowledge knowledge,
            AuditTrail audit,
            Clock clock) {
        this.charts = charts;
        this.targets = targets;
        this.entries = entries;
        this.knowledge = knowledge;
        this.audit = audit;
        this.clock = clock;
    }

    /// What became of choosing a target.
    public sealed interface Choosing {
        record Listed(Target target) implements Choosing {}

        /// Refused: nobody said why.
        record NoReason() implements Choosing {}
    }

    /// Puts a muscle, or a point in it, on the list; chosen again for another reason, that reason stands.
    ///
    /// @param side  ignored for a muscle that has no sides
    /// @param point null or blank for the muscle as a whole
    /// @throws NotFound when there is no such visit, muscle or side
    @Transactional
    public Choosing choose(
            PracticeId practice,
            AppointmentId visit,
            String muscle,
            Laterality side,
            @Nullable String point,
            Because because,
            Actor by) {
        var place = MusclePlace.of(knowledge, muscle, side);
        var chart = charts.of(practice, visit);
        if (because.none()) {
            return new Choosing.NoReason();
        }
        var named = named(point);
        var there = targets.list(practice, visit).at(muscle, place, named);
        if (there.isEmpty() || !there.get().because().equals(because)) {
            var id = there.map(Target::id).orElseGet(TargetId::next);
            var edition = knowledge.version().toString();
            say(practice, visit, chart, id, new Chosen(muscle, place, named, because, edition), "chosen", by);
        }
        return new Choosing.Listed(
                targets.list(practice, visit).at(muscle, place, named).orElseThrow());
    }

    private static @Nullable String named(@Nullable String point) {
        if (point == null || point.isBlank()) {
            return null;
        }
        var name = point.strip();
        if (name.length() > Target.MOST_POINT) {
            throw new IllegalArgumentException(
                    "a point's name has at most " + Target.MOST_POINT + " characters, had " + name.length());
        }
        return name;
    }

    /// Moves a target to a place in the list, from 1; beyond the end means last.
    ///
    /// @throws NotFound when the visit has no such target
    @Transactional
    public void move(PracticeId practice, AppointmentId visit, TargetId target, int place, Actor by) {
        change(practice, visit, target, new Moved(Math.max(1, place)), "moved", by);
    }

    /// Takes a target off the list; it can be put back.
    ///
    /// @throws NotFound when the visit has no such target
    @Transactional
    public void takeOff(PracticeId practice, AppointmentId visit, TargetId target, Actor by) {
        change(practice, visit, target, new TakenOff(), "taken-off", by);
    }

    /// Puts a target back that was taken off.
    ///
    /// @throws NotFound when the visit has no such target
    @Transactional
    public void putBack(PracticeId practice, AppointmentId visit, TargetId target, Actor by) {
        change(practice, visit, target, new PutBack(), "put-back", by);
    }

    /// Says that a target was never meant; it stays in the record.
    ///
    /// @throws NotFound when the visit has no such target
    @Transactional
    public void enteredInError(PracticeId practice, AppointmentId visit, TargetId target, Actor by) {
        change(practice, visit, target, new EnteredInError(), "entered-in-error", by);
    }

    private void change(PracticeId practice, AppointmentId visit, TargetId target, Said said, String action, Actor by) {
        var chart = charts.of(practice, visit);
        if (!targets.list(practice, visit).knows(target)) {
            throw new NotFound();
        }
        say(practice, visit, chart, target, said, action, by);
    }

    private void say(
            PracticeId practice,
            AppointmentId visit,
            PatientId chart,
            TargetId target,
            Said said,
            String action,
            Actor by) {
        var account = Objects.requireNonNull(by.id(), "who chooses has an account");
        entries.add(practice, visit, chart, new TargetEntry(target, said, clock.instant(), account));
        audit.append(
                practice,
                AuditEntry.of(by, action, "target", target.value())
                        .about(chart.value())
                        .during(visit.value()));
    }
}
