package org.needlepoint.aftercare;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.needlepoint.aftercare.CheckInRule.Facts;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.SessionClosed;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.PracticeId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Plans what follows a session when it is closed. The same closing heard again changes nothing; a later one of the
/// same session, after something came late, takes over what was needled and adds what that asks for.
@Component
class MakePlan {
    private final Sessions sessions;
    private final Practices practices;
    private final Plans plans;
    private final CheckIns checkIns;
    private final NextVisit nextVisit;
    private final Knowledge knowledge;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Clock clock;

    MakePlan(
            Sessions sessions,
            Practices practices,
            Plans plans,
            CheckIns checkIns,
            NextVisit nextVisit,
            Knowledge knowledge,
            Jobs jobs,
            AuditTrail audit,
            Clock clock) {
        this.sessions = sessions;
        this.practices = practices;
        this.plans = plans;
        this.checkIns = checkIns;
        this.nextVisit = nextVisit;
        this.knowledge = knowledge;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(SessionClosed event) {
        var session = sessions.find(event.practice(), event.session());
        var zone = practices.find(event.practice()).map(Practice::zone);
        if (session.isEmpty()
                || zone.isEmpty()
                || session.get().state().needles().isEmpty()) {
            return;
        }
        var plan = plan(event.practice(), session.get(), zone.get());
        plans.keep(event.practice(), plan, event.version(), clock.instant())
                .ifPresent(id -> ask(event.practice(), plan, id));
    }

    private Plan plan(PracticeId practice, SessionView session, ZoneId zone) {
        var first =
                sessions.lastOf(practice, session.patient(), session.openedAt()).isEmpty();
        return new Plan(
                PlanId.next(),
                session.visit().value(),
                session.patient(),
                ended(session),
                zone,
                first,
                flagged(session),
                sessions.needledHazards(session.state()),
                techniques(session),
                knowledge.version().toString());
    }

    /// The closing, as reported; a clock that runs ahead does not count.
    private Instant ended(SessionView session) {
        var now = clock.instant();
        return session.entries().stream()
                .filter(entry -> entry.event() instanceof LedgerEvent.Closed
                        || entry.event() instanceof LedgerEvent.ClosedWithRetained)
                .map(LedgerEntry::happenedAt)
                .filter(at -> !at.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /// Whether something went otherwise than it should.
    private static boolean flagged(SessionView session) {
        return session.state().standing() == Standing.CLOSED_WITH_RETAINED
                || session.entries().stream()
                        .map(LedgerEntry::event)
                        .anyMatch(event -> event instanceof LedgerEvent.FeltFaint
                                || event instanceof LedgerEvent.Emergency
                                || event instanceof LedgerEvent.Broken
                                || event instanceof LedgerEvent.Unaccounted);
    }

    private static Set<String> techniques(SessionView session) {
        var techniques = new HashSet<>(Set.of("dry-needling"));
        session.state().needles().stream()
                .map(Needle::placement)
                .filter(java.util.Objects::nonNull)
                .filter(placement -> placement.technique() == NeedleTechnique.ELECTRICAL_STIMULATION)
                .forEach(_ -> techniques.add("electrical-stimulation"));
        return techniques;
    }

    private void ask(PracticeId practice, Plan plan, PlanId id) {
        var watched = Watch.of(knowledge, plan.hazards(), plan.techniques()).windows();
        var facts = new Facts(
                plan.endedAt(),
                plan.zone(),
                plan.firstVisit(),
                plan.flagged(),
                watched,
                nextVisit.after(practice, plan).orElse(null));
        for (var due : CheckInRule.plan(facts)) {
            checkIns.keep(practice, id, due)
                    .ifPresent(checkIn -> jobs.plan(practice, AskCheckIn.KIND, checkIn, due.at()));
        }
        audit.append(
                practice,
                AuditEntry.of(Actor.SYSTEM, "planned", "aftercare", id.value())
                        .about(plan.patient().value())
                        .during(plan.visit()));
    }
}
