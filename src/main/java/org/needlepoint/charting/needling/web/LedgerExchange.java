package org.needlepoint.charting.needling.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.LedgerBodies;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.needling.AppendEvents;
import org.needlepoint.charting.needling.Appending;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.needlepoint.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a device and the ledger exchange: the device sends what it has charted, and hears what others have.
@RestController
@RequestMapping("/p/{slug}/sessions/{id}/ledger")
class LedgerExchange {
    private final Sessions sessions;
    private final AppendEvents appendEvents;
    private final Say say;
    private final Clock clock;
    private final LedgerBodies bodies = new LedgerBodies();

    LedgerExchange(Sessions sessions, AppendEvents appendEvents, Say say, Clock clock) {
        this.sessions = sessions;
        this.appendEvents = appendEvents;
        this.say = say;
        this.clock = clock;
    }

    /// What the server knows of a session.
    ///
    /// @param now     the server's clock, milliseconds: a device's may be wrong
    /// @param total   how many entries there are; null while the version is the one that the device has
    /// @param entries those after the first `known`, in the order in which they were recorded
    record Answer(int version, long now, @Nullable Integer total, List<Line> entries, Proof csrf) {}

    /// An entry; times in milliseconds.
    record Line(
            UUID id,
            UUID device,
            int number,
            long at,
            long recordedAt,
            @JsonRawValue String event) {}

    /// The header that proves that the next report comes from a page of ours.
    record Proof(String name, String token) {}

    /// @param version the version that the device has; -1: none
    /// @param known   how many entries the device has from the server
    @GetMapping
    Answer read(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "0") int known,
            CsrfToken csrf) {
        var session = new SessionId(id);
        var proof = new Proof(csrf.getHeaderName(), csrf.getToken());
        int now = sessions.version(practice.id(), session).orElseThrow(NotFound::new);
        if (now == version) {
            return new Answer(now, clock.millis(), null, List.of(), proof);
        }
        return answer(sessions.find(practice.id(), session).orElseThrow(NotFound::new), known, proof);
    }

    private Answer answer(SessionView session, int known, Proof proof) {
        var entries = session.entries();
        var rest = known < 0 || known > entries.size() ? entries : entries.subList(known, entries.size());
        return new Answer(
                session.version(),
                clock.millis(),
                entries.size(),
                rest.stream().map(this::line).toList(),
                proof);
    }

    private Line line(LedgerEntry entry) {
        return new Line(
                entry.id().value(),
                entry.device().value(),
                entry.number(),
                entry.happenedAt().toEpochMilli(),
                entry.recordedAt().toEpochMilli(),
                bodies.write(entry.event()));
    }

    /// Stores what a device has charted, all or nothing; the answer is the session as it is then.
    @PostMapping
    ResponseEntity<?> append(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int known,
            @RequestBody DeviceReport report,
            SignedIn who,
            CsrfToken csrf,
            Locale locale) {
        var session = new SessionId(id);
        return switch (report.read()) {
            case DeviceReport.Malformed(var field, var key, var arguments) ->
                Problems.invalid(List.of(
                        new FieldProblem(field, say.it("charting.report." + key, locale, arguments.toArray()))));
            case DeviceReport.Reports(var reports) ->
                switch (appendEvents.append(practice.id(), session, reports, who.actor())) {
                    case Appending.Stored _ ->
                        ResponseEntity.ok(answer(
                                sessions.find(practice.id(), session).orElseThrow(NotFound::new),
                                known,
                                new Proof(csrf.getHeaderName(), csrf.getToken())));
                    case Appending.OtherContent _, Appending.NumberTaken _ ->
                        Problems.of(
                                HttpStatus.CONFLICT,
                                say.it("charting.conflict.title", locale) + ". "
                                        + say.it("charting.conflict.lead", locale));
                };
        };
    }
}
