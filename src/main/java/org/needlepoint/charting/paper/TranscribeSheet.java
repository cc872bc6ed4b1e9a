package org.needlepoint.charting.paper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.needling.AppendEvents;
import org.needlepoint.charting.needling.Appending;
import org.needlepoint.charting.needling.Report;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.charting.needling.Start;
import org.needlepoint.charting.needling.StartNeedling;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;

/// Takes a paper sheet down into the ledger as late entries: each needle by itself, with the time that the sheet says
/// and the time of writing (rules W1, W8). No gate stands in the way of what has happened: a needle is stored, and
/// flagged (rule C3). The counts are then asked as after every session.
@Service
public class TranscribeSheet {
    /// Needles on one sheet: the ledger takes so many entries at once.
    public static final int MOST_NEEDLES = 100;

    private final StartNeedling startNeedling;
    private final Sessions sessions;
    private final AppendEvents appendEvents;
    private final Knowledge knowledge;

    TranscribeSheet(StartNeedling startNeedling, Sessions sessions, AppendEvents appendEvents, Knowledge knowledge) {
        this.startNeedling = startNeedling;
        this.sessions = sessions;
        this.appendEvents = appendEvents;
        this.knowledge = knowledge;
    }

    /// Appends what the sheet says, all of it or nothing. Call it outside a transaction.
    ///
    /// @param sheet made with the form: sending it twice changes nothing
    /// @param rows  at most [#MOST_NEEDLES] needles altogether, one at least
    public Transcribing transcribe(
            PracticeId practice, AppointmentId visit, UUID sheet, List<SheetRow> rows, Actor by) {
        int needles = rows.stream().mapToInt(SheetRow::in).sum();
        if (needles < 1 || needles > MOST_NEEDLES) {
            throw new IllegalArgumentException("1.." + MOST_NEEDLES + " needles, were " + needles);
        }
        var there = sessions.ofVisit(practice, visit);
        if (there.filter(session -> session.state().isClosed()).isPresent()) {
            return new Transcribing.AlreadyClosed(there.get().id());
        }
        return there.map(SessionView::id)
                .map(session -> append(practice, session, sheet, rows, by))
                .orElseGet(() -> switch (startNeedling.openForReport(practice, visit, by)) {
                    case Start.Started(var session) -> append(practice, session, sheet, rows, by);
                    case Start.AlreadyOpen(var session) -> append(practice, session, sheet, rows, by);
                    case Start refused -> new Transcribing.NotBegun(refused);
                });
    }

    private Transcribing append(PracticeId practice, SessionId session, UUID sheet, List<SheetRow> rows, Actor by) {
        var reports = new ArrayList<Report>();
        for (int line = 0; line < rows.size(); line++) {
            var row = rows.get(line);
            for (int each = 0; each < row.in(); each++) {
                var needle = new NeedleId(id(sheet, line, each, "needle"));
                var inserted = new LedgerEvent.Inserted(
                        needle, row.placement(knowledge.version().toString()));
                reports.add(report(sheet, line, each, "in", row.inAt(), inserted));
                if (each < row.out()) {
                    reports.add(report(sheet, line, each, "out", row.outAt(), new LedgerEvent.Removed(needle)));
                }
            }
        }
        return switch (appendEvents.append(practice, session, reports, by)) {
            case Appending.Stored _ -> new Transcribing.Transcribed(session);
            case Appending.OtherContent _, Appending.NumberTaken _ -> new Transcribing.OtherContent(session);
        };
    }

    private static Report report(UUID sheet, int line, int each, String what, Instant at, LedgerEvent event) {
        return Report.onPage(new EventId(id(sheet, line, each, what)), at, event);
    }

    /// The same for the same place on the same sheet.
    private static UUID id(UUID sheet, int line, int each, String what) {
        return UUID.nameUUIDFromBytes((sheet + "/" + line + "/" + each + "/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
