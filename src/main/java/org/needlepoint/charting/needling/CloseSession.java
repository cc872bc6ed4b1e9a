package org.needlepoint.charting.needling;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.SessionClosed;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Closure;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.RetainedSearch;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Closes a session: balanced and counted, or over needles that a search did not find. There is no third way.
@Service
public class CloseSession {
    private final Ledger ledger;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CloseSession(Ledger ledger, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Closes after the three counts (rule C7). Counts that do not agree are kept in the ledger all the same; devices
    /// that are waited for are asked again for what they have.
    ///
    /// @throws NotFound when the practice has no such session
    @Transactional
    public Closure close(PracticeId practice, SessionId id, Counts counts, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = ledger.lock(practice, id, now).orElseThrow(NotFound::new);
        var session = Session.of(ledger.entries(practice, id));
        var closure = session.close(counts, now);
        switch (closure) {
            case Closure.Closed _ -> {
                append(practice, row, now, by, new LedgerEvent.Counted(counts), closed(session));
                finish(practice, row, Standing.CLOSED, by);
            }
            case Closure.CountsDisagree _ -> append(practice, row, now, by, new LedgerEvent.Counted(counts));
            case Closure.DevicesPending _ -> append(practice, row, now, by, new LedgerEvent.ClosingAsked());
            case Closure.AlreadyClosed _,
                    Closure.InsertionsMissing _,
                    Closure.NeedlesInSitu _,
                    Closure.NothingMissing _,
                    Closure.Unaccounted _ -> {}
        }
        return closure;
    }

    private static LedgerEvent closed(Session session) {
        return new LedgerEvent.Closed(session.lastNumbers(), session.needleIds());
    }

    /// Closes although needles are missing, after a search. Needles that are known to be in situ come out first.
    ///
    /// @throws NotFound when the practice has no such session
    @Transactional
    public Closure closeWithRetained(PracticeId practice, SessionId id, RetainedSearch search, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = ledger.lock(practice, id, now).orElseThrow(NotFound::new);
        var session = Session.of(ledger.entries(practice, id));
        var closure = session.closeWithRetained(now);
        if (closure instanceof Closure.Closed) {
            var retained = session.missing().stream().map(Needle::id).collect(Collectors.toUnmodifiableSet());
            append(
                    practice,
                    row,
                    now,
                    by,
                    new LedgerEvent.ClosedWithRetained(session.lastNumbers(), session.needleIds(), retained, search));
            finish(practice, row, Standing.CLOSED_WITH_RETAINED, by);
        }
        return closure;
    }

    /// Gives up a device that will not come back with what it holds.
    ///
    /// @param handCount used needles that a person counted, in the patient and out, 0..500
    /// @throws NotFound when the practice has no such session, or the session no such device
    @Transactional
    public void giveUp(PracticeId practice, SessionId id, DeviceId device, int handCount, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = ledger.lock(practice, id, now).orElseThrow(NotFound::new);
        var known = Session.of(ledger.entries(practice, id)).devices().stream();
        if (known.noneMatch(it -> it.id().equals(device))) {
            throw new NotFound();
        }
        append(practice, row, now, by, new LedgerEvent.DeviceLost(device, handCount));
        audit.append(
                practice,
                AuditEntry.of(by, "device-lost", "session", row.id().value())
                        .about(row.patient().value())
                        .during(row.visit().value()));
    }

    private void append(PracticeId practice, Ledger.Row row, Instant now, Actor by, LedgerEvent... happened) {
        var pages = DeviceId.pagesOf(row.id());
        var lines = List.of(happened).stream()
                .map(it -> new Ledger.Line(EventId.next(), pages, null, now, it))
                .toList();
        ledger.append(practice, row.id(), lines, now, Objects.requireNonNull(by.id(), "who closes has an account"));
    }

    private void finish(PracticeId practice, Ledger.Row row, Standing standing, Actor by) {
        ledger.stand(practice, row.id(), standing);
        audit.append(
                practice,
                AuditEntry.of(by, standing.code(), "session", row.id().value())
                        .about(row.patient().value())
                        .during(row.visit().value()));
        events.publishEvent(new SessionClosed(practice, row.id(), row.visit(), row.version()));
    }
}
