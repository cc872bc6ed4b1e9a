package org.needlepoint.charting.needling;

import java.util.List;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sessions that somebody has to finish: needles in situ, reopened, or closed over a needle that is still missing.
@Service
public class OpenSessions {
    private static final int MOST = 100;

    private final Ledger ledger;

    OpenSessions(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Unfinished sessions, the oldest first. One that was closed over a retained needle stays until it is found.
    @Transactional(readOnly = true)
    public List<SessionView> list(PracticeId practice) {
        var rows = ledger.unfinished(practice, MOST);
        var entries = ledger.entries(practice, rows.stream().map(Ledger.Row::id).toList());
        return rows.stream()
                .map(row -> row.with(entries.getOrDefault(row.id(), List.of())))
                .filter(view -> view.state().standing() != Standing.CLOSED_WITH_RETAINED
                        || !view.state().retained().isEmpty())
                .toList();
    }
}
