package org.needlepoint.scheduling.zones;

import java.time.Clock;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Attempts;
import org.needlepoint.scheduling.Places;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Derives the instants of booked visits and blocks again after zone rules have changed, and moves with
/// them what they take. The local time that was promised stays. Which rules held at booking is not asked: a
/// visit whose stored instant does not show the promised time on today's clocks is one of theirs.
@Service
public class RederiveTimes {
    private static final String ANY_ZONE = "Europe/London";

    private final PromisedVisits visits;
    private final PromisedBlocks blocks;
    private final Places places;
    private final AuditTrail audit;
    private final Attempts attempts;
    private final Clock clock;

    RederiveTimes(
            PromisedVisits visits,
            PromisedBlocks blocks,
            Places places,
            AuditTrail audit,
            Attempts attempts,
            Clock clock) {
        this.visits = visits;
        this.blocks = blocks;
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
        if (visits.rulesOf(practice).filter(rules()::equals).isPresent()) {
            return List.of();
        }
        var changed = rederive(practice);
        visits.rememberRules(practice, rules(), clock.instant());
        return changed;
    }

    /// Does it for a practice, whatever was done before.
    public List<RederivedVisit> rederive(PracticeId practice) {
        var now = clock.instant();
        var promises = new ArrayList<Promise>(blocks.ahead(practice, now));
        promises.addAll(visits.ahead(practice, now));
        var changed = new ArrayList<RederivedVisit>();
        for (var promise : Promise.inTheOrderOfTheShift(promises)) {
            changed.addAll(
                    attempts.run(_ -> rederive(practice, promise)).stream().toList());
        }
        return changed;
    }

    private Optional<RederivedVisit> rederive(PracticeId practice, Promise seen) {
        return switch (seen) {
            case Promise.Visit promised ->
                visits.lock(practice, promised.id())
                        .filter(visit -> !visit.shift().isZero())
                        .map(visit -> shift(practice, visit));
            case Promise.Block entered -> {
                blocks.lock(practice, entered.id())
                        .filter(block -> !block.shift().isZero() && block.lasts())
                        .ifPresent(block -> shift(practice, block));
                yield Optional.empty();
            }
        };
    }

    private RederivedVisit shift(PracticeId practice, Promise.Visit visit) {
        places.shift(practice, visit.id(), visit.shift(), Actor.SYSTEM);
        var rederived = new RederivedVisit(
                visit.id(), visit.start().stored(), visit.start().derived());
        visits.remember(practice, rederived, rules(), clock.instant());
        audit.append(
                practice,
                AuditEntry.of(
                                Actor.SYSTEM,
                                "rederived",
                                "appointment",
                                visit.id().value())
                        .about(visit.patient().value())
                        .during(visit.id().value()));
        return rederived;
    }

    private void shift(PracticeId practice, Promise.Block block) {
        places.shift(practice, block.id(), block.start().derived(), block.ends());
        blocks.shift(practice, block, clock.instant());
        audit.append(
                practice,
                AuditEntry.of(Actor.SYSTEM, "rederived", "block", block.id().value()));
    }

    /// Booked visits that collide since times were derived again, by start. Once one of the two has made
    /// room, the other has its place, and neither is among them.
    @Transactional(readOnly = true)
    public List<AppointmentId> collisions(PracticeId practice) {
        return places.colliding(practice);
    }
}
