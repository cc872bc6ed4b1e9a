package org.needlepoint.charting.needling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.SessionReopened;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Stores what has happened in a session. It asks no gate: what happened is stored, and flagged where a gate stood
/// against it (rule C3).
@Service
public class AppendEvents {
    /// A report of something that long ago is marked as late; so is one from the future, beyond what clocks differ.
    private static final Duration LATE = Duration.ofHours(1);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration DAY = Duration.ofDays(1);

    private final Ledger ledger;
    private final Flags flags;
    private final Gates gates;
    private final PlannedStays stays;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    AppendEvents(
            Ledger ledger,
            Flags flags,
            Gates gates,
            PlannedStays stays,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.ledger = ledger;
        this.flags = flags;
        this.gates = gates;
        this.stays = stays;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Stores the reports, all or none.
    ///
    /// @param reports 1..200
    /// @throws NotFound when the practice has no such session
    public Appending append(PracticeId practice, SessionId session, List<Report> reports, Actor by) {
        if (reports.isEmpty() || reports.size() > 200) {
            throw new IllegalArgumentException("1..200 reports, were " + reports.size());
        }
        var appending = Objects.requireNonNull(transaction.execute(status -> {
            var result = store(practice, session, reports, by);
            if (!(result instanceof Appending.Stored)) {
                status.setRollbackOnly();
            }
            return result;
        }));
        if (!(appending instanceof Appending.Stored)) {
            audit.appendDenial(
                    practice,
                    AuditEntry.of(by, "appended", "session", session.value())
                            .denied(appending instanceof Appending.OtherContent ? "other-content" : "number-taken"));
        }
        return appending;
    }

    private Appending store(PracticeId practice, SessionId session, List<Report> reports, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = ledger.lock(practice, session, now).orElseThrow(NotFound::new);
        var account = Objects.requireNonNull(by.id(), "who reports has an account");
        var lines = reports.stream().map(it -> line(session, it)).toList();
        var added = ledger.append(practice, session, lines, now, account);
        if (added.size() < lines.size()) {
            var refusal = refusal(practice, session, lines);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        if (!added.isEmpty()) {
            var fresh = lines.stream().filter(it -> added.contains(it.id())).toList();
            audit.append(practice, entry(by, row, fresh));
            flag(practice, row, fresh, now, account);
            reopen(practice, row);
        }
        return new Appending.Stored(added.size());
    }

    private static Ledger.Line line(SessionId session, Report report) {
        var device = report.device();
        return new Ledger.Line(
                report.id(),
                device == null ? DeviceId.pagesOf(session) : device,
                report.number(),
                report.happenedAt().truncatedTo(ChronoUnit.MICROS),
                report.event());
    }

    private static AuditEntry entry(Actor by, Ledger.Row row, List<Ledger.Line> fresh) {
        var kinds =
                fresh.stream().map(it -> it.event().kind()).distinct().sorted().collect(Collectors.joining("-"));
        return AuditEntry.of(
                        by,
                        fresh.size() == 1 ? kinds : "charted",
                        "session",
                        row.id().value())
                .about(row.patient().value())
                .during(row.visit().value());
    }

    /// Why not everything was stored; empty when the rest was there before, word for word.
    private Optional<Appending> refusal(PracticeId practice, SessionId session, List<Ledger.Line> lines) {
        var kept = ledger.kept(practice, lines.stream().map(Ledger.Line::id).toList());
        for (var line : lines) {
            var there = kept.get(line.id());
            if (there == null) {
                return Optional.of(new Appending.NumberTaken(line.device(), Objects.requireNonNull(line.number())));
            }
            if (!there.session().equals(session) || !same(there.entry(), line)) {
                return Optional.of(new Appending.OtherContent(line.id()));
            }
        }
        return Optional.empty();
    }

    /// Pages are sent again with the time of the second sending: theirs is not compared.
    private static boolean same(LedgerEntry kept, Ledger.Line line) {
        return kept.device().equals(line.device())
                && kept.event().equals(line.event())
                && (line.number() == null
                        || (line.number() == kept.number() && line.happenedAt().equals(kept.happenedAt())));
    }

    private void flag(PracticeId practice, Ledger.Row row, List<Ledger.Line> fresh, Instant now, UUID account) {
        boolean closed = row.standing() != Standing.OPEN;
        Gates.Facts facts = null;
        var raised = new ArrayList<Flags.Raised>();
        var planned = new ArrayList<PlannedStays.Stay>();
        for (var line : fresh) {
            var kinds = EnumSet.noneOf(Flag.Kind.class);
            var placement = placement(line.event());
            if (placement != null) {
                facts = facts == null ? gates.facts(practice, row) : facts;
                kinds.addAll(gates.against(facts, placement, line.happenedAt(), account));
                planned.addAll(stay(line, placement, now));
                if (placement.deeperThanLong()) {
                    kinds.add(Flag.Kind.DEPTH);
                }
                if (closed) {
                    kinds.add(Flag.Kind.LATE);
                }
            }
            kinds.addAll(odd(line.happenedAt(), now));
            kinds.forEach(kind -> raised.add(new Flags.Raised(line.id(), kind)));
        }
        flags.raise(practice, row.id(), raised);
        stays.add(practice, row.id(), planned);
    }

    private static List<PlannedStays.Stay> stay(Ledger.Line line, Placement placement, Instant now) {
        if (placement.dwellSeconds() == null) {
            return List.of();
        }
        var since = line.happenedAt().isAfter(now) ? now : line.happenedAt();
        return List.of(new PlannedStays.Stay(line.id(), since.plusSeconds(placement.dwellSeconds())));
    }

    private static @Nullable Placement placement(LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.Inserted inserted -> inserted.placement();
            case LedgerEvent.Reinserted again -> again.placement();
            default -> null;
        };
    }

    /// What is odd about a time.
    private static Set<Flag.Kind> odd(Instant happenedAt, Instant now) {
        if (happenedAt.isAfter(now.plus(CLOCKS_DIFFER)) || happenedAt.isBefore(now.minus(DAY))) {
            return EnumSet.of(Flag.Kind.CLOCK);
        }
        return happenedAt.isBefore(now.minus(LATE)) ? EnumSet.of(Flag.Kind.LATE) : Set.of();
    }

    /// A session that was closed is folded again: what arrived may make its closing untrue.
    private void reopen(PracticeId practice, Ledger.Row row) {
        if (row.standing() == Standing.OPEN) {
            return;
        }
        var standing = Session.of(ledger.entries(practice, row.id())).standing();
        if (standing != row.standing()) {
            ledger.stand(practice, row.id(), standing);
            if (standing == Standing.REOPENED) {
                events.publishEvent(new SessionReopened(practice, row.id(), row.visit(), row.version()));
            }
        }
    }
}
