package org.needlepoint.scheduling.zones;

import java.time.Clock;
import java.time.Duration;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.scheduling.Attempts;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Derives the instants of booked visits again after zone rules have changed, and moves with them what the visits take.
/// The local time that was promised stays. Which rules held at booking is not asked: a visit whose stored instant does
/// not show the promised time on today's clocks is one of theirs.
@Service
public class RederiveTimes {
    private static final String ANY_ZONE = "Europe/London";

    private final PromisedVisits promised;
    private final TakenPlaces places;
    private final AuditTrail audit;
    private final Attempts attempts;
    private final Clock clock;

    RederiveTimes(PromisedVisits promised, TakenPlaces places, AuditTrail audit, Attempts attempts, Clock clock) {
        this.promised = promised;
        this.places = places;
        this.audit = audit;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// The zone rules that this Java knows, such as `2026a`.
    public static String rules() {
        return ZoneRulesProvider.getVersions(ANY_ZONE).lastKey();
    }

    /// Does it for a practice, unless it was done under the same rules. Call it in the practice's scope, outside a
    /// transaction: each visit has its own, so that a large practice is not locked, and an interrupted run goes on.
    ///
    /// @return the visits that changed
    public List<RederivedVisit> underNewRules(PracticeId practice) {
        if (promised.rulesOf(practice).filter(rules()::equals).isPresent()) {
            return List.of();
        }
        var changed = rederive(practice);
        promised.rememberRules(practice, rules(), clock.instant());
        return changed;
    }

    /// Does it for a practice, whatever was done before.
    public List<RederivedVisit> rederive(PracticeId practice) {
        var changed = new ArrayList<RederivedVisit>();
        for (var visit : inTheOrderOfTheShift(promised.ahead(practice, clock.instant()))) {
            changed.addAll(attempts.run(_ -> rederive(practice, visit)).stream().toList());
        }
        return changed;
    }

    /// Those that go later begin with the last, those that go earlier with the first, so that no visit meets one
    /// that has yet to make room.
    private static List<PromisedVisit> inTheOrderOfTheShift(List<PromisedVisit> visits) {
        var earlier = Comparator.comparing(PromisedVisit::startsAt);
        var ordered = new ArrayList<PromisedVisit>();
        visits.stream()
                .filter(visit -> visit.shift().isNegative())
                .sorted(earlier)
                .forEach(ordered::add);
        visits.stream()
                .filter(visit -> visit.shift().isPositive())
                .sorted(earlier.reversed())
                .forEach(ordered::add);
        return ordered;
    }

    private Optional<RederivedVisit> rederive(PracticeId practice, PromisedVisit seen) {
        return promised.lock(practice, seen.id())
                .filter(visit -> !visit.shift().isZero())
                .map(visit -> shift(practice, visit, visit.shift()));
    }

    private RederivedVisit shift(PracticeId practice, PromisedVisit visit, Duration by) {
        var now = clock.instant();
        boolean collides = places.shift(practice, visit.id(), by, now);
        promised.shift(practice, visit.id(), by, now);
        var rederived = new RederivedVisit(visit.id(), visit.startsAt(), visit.derived(), collides);
        promised.remember(practice, rederived, rules(), now);
        audit.append(
                practice,
                AuditEntry.of(
                                Actor.SYSTEM,
                                "rederived",
                                "appointment",
                                visit.id().value())
                        .during(visit.id().value()));
        return rederived;
    }

    /// Visits ahead that collide since their times were derived again, by start. One that is moved or cancelled is no
    /// longer among them.
    @Transactional(readOnly = true)
    public List<RederivedVisit> collisions(PracticeId practice) {
        return promised.collisions(practice, clock.instant());
    }
}
