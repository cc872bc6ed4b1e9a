package org.needlepoint.charting.needling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Needles that have been in the body for longer than they were meant to stay (rule W5).
@Service
public class OverdueNeedles {
    /// What is older stands on the list of unfinished sessions.
    private static final Duration LONGEST = Duration.ofHours(12);

    private final PlannedStays stays;
    private final Ledger ledger;
    private final Clock clock;

    OverdueNeedles(PlannedStays stays, Ledger ledger, Clock clock) {
        this.stays = stays;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// A session with needles that are overdue.
    ///
    /// @param needles how many, 1 or more
    /// @param since   when the first of them was due
    public record Overdue(SessionView session, int needles, Instant since) {}

    /// The sessions, the longest overdue first.
    @Transactional(readOnly = true)
    public List<Overdue> now(PracticeId practice) {
        var now = clock.instant();
        var rows = ledger.all(practice, stays.dueBetween(practice, now.minus(LONGEST), now));
        var entries = ledger.entries(practice, rows.stream().map(Ledger.Row::id).toList());
        return rows.stream()
                .map(row -> row.with(entries.getOrDefault(row.id(), List.of())))
                .flatMap(view -> {
                    var dues = view.state().inSitu().stream()
                            .flatMap(needle -> needle.dueAt().stream())
                            .filter(due -> !due.isAfter(now))
                            .toList();
                    return dues.stream()
                            .min(Comparator.naturalOrder())
                            .map(since -> new Overdue(view, dues.size(), since))
                            .stream();
                })
                .sorted(Comparator.comparing(Overdue::since))
                .toList();
    }
}
