package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.SessionClosed;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Closure;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// A visit whose needles are in and out, for tests of what comes after. The gates before it have tests of their own.
@Component
public class NeedledVisit {
    private final Clinic clinic;
    private final Ledger ledger;
    private final AppendEvents appendEvents;
    private final CloseSession closeSession;
    private final Knowledge knowledge;
    private final TransactionOperations transaction;
    private final Clock clock;

    NeedledVisit(
            Clinic clinic,
            Ledger ledger,
            AppendEvents appendEvents,
            CloseSession closeSession,
            Knowledge knowledge,
            TransactionOperations transaction,
            Clock clock) {
        this.clinic = clinic;
        this.ledger = ledger;
        this.appendEvents = appendEvents;
        this.closeSession = closeSession;
        this.knowledge = knowledge;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// One needle into each of these muscles on the right, out again, counted, closed, now.
    public SessionClosed closed(PracticeId practice, Appointment visit, String... muscles) {
        var session = new SessionId(Uuid7.next());
        return PracticeScope.in(practice, () -> {
            var now = clock.instant();
            transaction.executeWithoutResult(_ -> {
                ledger.insert(
                        practice,
                        new Ledger.Row(
                                session, visit.id(), visit.patient(), visit.practitioner(), Standing.OPEN, now, 0));
                var opened = new LedgerEvent.Opened(visit.practitioner().value());
                ledger.append(
                        practice,
                        session,
                        List.of(new Ledger.Line(EventId.next(), DeviceId.pagesOf(session), null, now, opened)),
                        now,
                        Uuid7.next());
            });
            return closeAgain(practice, visit, session, muscles);
        });
    }

    /// More needles in the same session, and the closing that they need.
    public SessionClosed closeAgain(PracticeId practice, Appointment visit, SessionId session, String... muscles) {
        return PracticeScope.in(practice, () -> {
            var by = Actor.account(clinic.accountOf(practice, visit.practitioner()));
            var reports = new ArrayList<Report>();
            for (var muscle : muscles) {
                var needle = NeedleId.next();
                reports.add(report(new LedgerEvent.Inserted(needle, placement(muscle))));
                reports.add(report(new LedgerEvent.Removed(needle)));
            }
            assertThat(appendEvents.append(practice, session, reports, by)).isInstanceOf(Appending.Stored.class);
            var used = transaction.execute(
                    _ -> Session.of(ledger.entries(practice, session)).used());
            var closure = closeSession.close(practice, session, new Counts(used, 0, used), by);
            assertThat(closure).isInstanceOf(Closure.Closed.class);
            var version = transaction.execute(
                    _ -> ledger.find(practice, session).orElseThrow().version());
            return new SessionClosed(practice, session, visit.id(), version);
        });
    }

    private Report report(LedgerEvent event) {
        return Report.onPage(EventId.next(), clock.instant(), event);
    }

    private Placement placement(String muscle) {
        return new Placement(
                muscle,
                Laterality.R,
                300,
                40,
                NeedleTechnique.PISTONING,
                Tissue.MUSCLE,
                knowledge.version().toString());
    }
}
