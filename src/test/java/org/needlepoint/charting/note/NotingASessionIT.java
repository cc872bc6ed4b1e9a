package org.needlepoint.charting.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.charting.note.NotedVisit.fields;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Closure;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.charting.needling.AppendEvents;
import org.needlepoint.charting.needling.Appending;
import org.needlepoint.charting.needling.CloseSession;
import org.needlepoint.charting.needling.Flag;
import org.needlepoint.charting.needling.Flags;
import org.needlepoint.charting.needling.Report;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The note of a visit with needles: signed when the session is closed and every warning has its word.
@IntegrationTest
class NotingASessionIT {
    private static final Placement CALF =
            new Placement("gastrocnemius", Laterality.R, 300, 40, NeedleTechnique.PISTONING, Tissue.TRIGGER_POINT, "1");

    @Autowired
    NotedVisit visits;

    @Autowired
    AppendEvents appendEvents;

    @Autowired
    CloseSession closeSession;

    @Autowired
    Flags flags;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private NotedVisit.Opened visit;
    private Visitor practitioner;
    private SessionId session;
    private String note;

    @BeforeEach
    void openASession() {
        visit = visits.open();
        practitioner = visits.signedIn(port, visit.practice(), visit.account());
        note = visit.path() + "/note";
        session = new SessionId(Uuid7.next());
        practices.in(visit.practice(), this::insertSession);
        charted(new LedgerEvent.Opened(visit.visit().practitioner().value()));
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    /// Nobody was asked anything here: the door in front of the session is another test's.
    private int insertSession() {
        return jdbc.sql("""
            insert into charting.session
              (practice_id, id, visit_id, patient_id, practitioner_id, standing, opened_at, changed_at)
            values (:practice, :id, :visit, :patient, :practitioner, 'open', :now, :now)
            """)
                .param("practice", visit.practice().value())
                .param("id", session.value())
                .param("visit", visit.visit().id().value())
                .param("patient", visit.visit().patient().value())
                .param("practitioner", visit.visit().practitioner().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private Actor by() {
        return Actor.account(visit.account().value());
    }

    private void charted(LedgerEvent... events) {
        charted(clock.instant(), events);
    }

    private void charted(Instant happened, LedgerEvent... events) {
        var reports = Arrays.stream(events)
                .map(event -> Report.onPage(new EventId(Uuid7.next()), happened, event))
                .toList();
        var appending =
                PracticeScope.in(visit.practice(), () -> appendEvents.append(visit.practice(), session, reports, by()));
        assertThat(appending).isInstanceOf(Appending.Stored.class);
    }

    private void closed(int needles) {
        var closure = PracticeScope.in(
                visit.practice(),
                () -> closeSession.close(visit.practice(), session, new Counts(needles, 0, needles), by()));
        assertThat(closure).isInstanceOf(Closure.Closed.class);
    }

    private void everyFlagHasItsWord() {
        for (var kind : Flag.Kind.values()) {
            PracticeScope.run(
                    visit.practice(),
                    () -> flags.resolve(visit.practice(), session, kind, "Agreed aloud before.", by()));
        }
    }

    private Visitor.Answer signed() {
        return practitioner.post(
                note + "/signature", fields(practitioner.get(note).body()));
    }

    private static NeedleId needle() {
        return new NeedleId(UUID.randomUUID());
    }

    @Test
    void is_refused_while_the_session_is_open_and_leads_there() {
        charted(new LedgerEvent.Inserted(needle(), CALF));
        var refused = signed();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("The session of this visit is not closed", "/sessions/" + session)
                .doesNotContain(">Sign<", "Unwell on arrival, ended there");
    }

    @Test
    void is_refused_until_every_warning_has_its_word_and_tells_both() {
        var needle = needle();
        charted(new LedgerEvent.Inserted(needle, CALF), new LedgerEvent.Twitched(needle));
        charted(new LedgerEvent.Removed(needle));
        closed(1);
        var refused = signed();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("a word before the note can be signed");
        everyFlagHasItsWord();
        assertThat(signed().status()).isEqualTo(303);
        assertThat(practitioner.get(note).body())
                .contains(
                        ": local twitch response.",
                        "1 needle in 1 muscle, first in 10:30 AM, last out 10:30 AM:",
                        "1 needle 0.30 × 40 mm, pistoning, trigger point.",
                        "Needles in: 1. Needles out: 1.",
                        "Counted at the end: 1 opened, 0 unused, 1 in the sharps container.",
                        "Charted before the screening was complete and reviewed:",
                        "“Agreed aloud before.”",
                        "No faintness or emergency was charted.");
    }

    @Test
    void carries_both_times_of_what_was_recorded_later() {
        var needle = needle();
        var happened = clock.instant().minusSeconds(25 * 60);
        charted(happened, new LedgerEvent.Inserted(needle, CALF), new LedgerEvent.Removed(needle));
        assertThat(practitioner.get(note).body())
                .contains(
                        "Late entry: 1 needle put in 10:05 AM, recorded 10:30 AM.",
                        "Late entry: 1 needle taken out 10:05 AM, recorded 10:30 AM.");
    }

    @Test
    void says_so_when_a_needle_arrives_after_signing_and_leaves_the_note_as_it_is() {
        closed(0);
        assertThat(signed().status()).isEqualTo(303);
        assertThat(practitioner.get(note).body()).doesNotContain("The chart has been added to");
        charted(new LedgerEvent.Inserted(needle(), CALF));
        assertThat(practitioner.get(note).body())
                .contains("The chart has been added to since this note was signed", "/sessions/" + session)
                .contains("No needling at this visit.")
                .doesNotContain("1 needle in 1 muscle");
    }
}
