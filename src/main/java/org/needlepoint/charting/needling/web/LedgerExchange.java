package org.needlepoint.charting.needling.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.LedgerBodies;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.needling.AppendEvents;
import org.needlepoint.charting.needling.Appending;
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

    /// What the server tells a device.
    ///
    /// @param now     the server's clock, milliseconds: a device's may be wrong
    /// @param entries those that came after the version that the device has
    record Answer(int version, long now, List<Line> entries, Proof csrf) {}

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
    @GetMapping
    Answer read(
            Practice practice, @PathVariable UUID id, @RequestParam(defaultValue = "-1") int version, CsrfToken csrf) {
        return answer(practice, new SessionId(id), version, csrf);
    }

    private Answer answer(Practice practice, SessionId session, int version, CsrfToken csrf) {
        var news = sessions.since(practice.id(), session, version).orElseThrow(NotFound::new);
        return new Answer(
                news.version(),
                clock.millis(),
                news.entries().stream().map(this::line).toList(),
                new Proof(csrf.getHeaderName(), csrf.getToken()));
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
            @RequestParam(defaultValue = "-1") int version,
            @RequestBody DeviceReport report,
            SignedIn who,
            CsrfToken csrf,
            Locale locale) {
        if (!report.isOf(who.id())) {
            return Problems.of(HttpStatus.UNAUTHORIZED, say.it("charting.report.account", locale));
        }
        var session = new SessionId(id);
        return switch (report.read()) {
            case DeviceReport.Malformed(var field, var key, var arguments) ->
                Problems.invalid(List.of(
                        new FieldProblem(field, say.it("charting.report." + key, locale, arguments.toArray()))));
            case DeviceReport.Reports(var reports) ->
                switch (appendEvents.append(practice.id(), session, reports, who.actor())) {
                    case Appending.Stored _ -> ResponseEntity.ok(answer(practice, session, version, csrf));
                    case Appending.OtherContent _, Appending.NumberTaken _ ->
                        Problems.of(
                                HttpStatus.CONFLICT,
                                say.it("charting.conflict.title", locale) + ". "
                                        + say.it("charting.conflict.lead", locale));
                };
        };
    }
}
