package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Closure;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.charting.ledger.Device;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.LedgerEvent.Found;
import org.needlepoint.charting.ledger.LedgerEvent.Inserted;
import org.needlepoint.charting.ledger.LedgerEvent.Place;
import org.needlepoint.charting.ledger.LedgerEvent.Removed;
import org.needlepoint.charting.ledger.LedgerEvent.Unaccounted;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.RetainedSearch;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TheLedgerIT {
    private static final String TRAPEZIUS = "trapezius-upper";

    @Autowired
    Treatment treatment;

    @Autowired
    Sessions sessions;

    @Autowired
    OpenSessions openSessions;

    @Autowired
    CloseSession closeSession;

    @Autowired
    AppendEvents appendEvents;

    @Autowired
    Consents consents;

    @Autowired
    Flags flags;

    @Autowired
    MovableClock clock;

    private Session state(Room room, SessionId session) {
        return room.in(() -> sessions.find(room.clinic().id(), session))
                .orElseThrow()
                .state();
    }

    private Closure close(Room room, SessionId session, int needles) {
        return room.in(
                () -> closeSession.close(room.clinic().id(), session, new Counts(needles, 0, needles), room.by()));
    }

    private Report inserted() {
        return Report.onPage(
                EventId.next(), clock.instant(), new Inserted(NeedleId.next(), Treatment.in(TRAPEZIUS, Laterality.R)));
    }

    @Test
    void keeps_an_event_once_however_often_it_is_sent() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        var report = inserted();
        assertThat(treatment.append(room, session, List.of(report))).isEqualTo(new Appending.Stored(1));
        assertThat(treatment.append(room, session, List.of(report))).isEqualTo(new Appending.Stored(0));
        assertThat(treatment.append(room, session, List.of(report, inserted()))).isEqualTo(new Appending.Stored(1));
        var state = state(room, session);
        assertThat(state.inSitu()).hasSize(2);
        assertThat(state.devices()).allMatch(Device::complete);
    }

    @Test
    void refuses_the_same_id_with_another_content_and_stores_nothing_of_it() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        var report = inserted();
        treatment.append(room, session, List.of(report));
        var other = Report.onPage(report.id(), clock.instant(), new Removed(NeedleId.next()));
        assertThat(treatment.append(room, session, List.of(inserted(), other)))
                .isEqualTo(new Appending.OtherContent(report.id()));
        assertThat(state(room, session).inSitu()).hasSize(1);
    }

    @Test
    void refuses_a_number_that_its_device_has_used_for_another_event() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        var tablet = new DeviceId(EventId.next().value());
        var joined = new Report(EventId.next(), tablet, 1, clock.instant(), new LedgerEvent.DeviceJoined());
        var again = new Report(EventId.next(), tablet, 1, clock.instant(), new LedgerEvent.FeltFaint());
        assertThat(treatment.append(room, session, List.of(joined))).isEqualTo(new Appending.Stored(1));
        assertThat(treatment.append(room, session, List.of(again))).isEqualTo(new Appending.NumberTaken(tablet, 1));
        assertThat(close(room, session, 0)).isInstanceOf(Closure.DevicesPending.class);
    }

    @Test
    void stores_and_flags_what_happens_after_the_consent_was_withdrawn() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        var before = treatment.insert(room, session, TRAPEZIUS, Laterality.R);
        room.in(() -> consents.withdraw(
                room.clinic().id(),
                room.patient(),
                room.visit().value(),
                ConsentTo.NEEDLING,
                Asked.byStaff(room.by())));

        assertThat(treatment.append(room, session, new Removed(before))).isEqualTo(new Appending.Stored(1));
        var after = treatment.insert(room, session, TRAPEZIUS, Laterality.R);
        assertThat(state(room, session).inSitu()).extracting(Needle::id).containsExactly(after);
        assertThat(room.in(() -> flags.of(room.clinic().id(), session)))
                .extracting(Flag::kind)
                .containsExactly(Flag.Kind.CONSENT_WITHDRAWN);
        assertThat(close(room, session, 2)).isInstanceOf(Closure.NeedlesInSitu.class);
        treatment.append(room, session, new Removed(after));
        assertThat(close(room, session, 2)).isInstanceOf(Closure.Closed.class);
    }

    @Test
    void marks_what_is_said_to_have_happened_a_year_ago_or_in_the_future() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        var needle = NeedleId.next();
        var longAgo = Report.onPage(
                EventId.next(),
                clock.instant().minus(Duration.ofDays(365)),
                new Inserted(needle, Treatment.in(TRAPEZIUS, Laterality.R)));
        var future = Report.onPage(EventId.next(), clock.instant().plus(Duration.ofHours(2)), new Removed(needle));
        assertThat(treatment.append(room, session, List.of(longAgo, future))).isEqualTo(new Appending.Stored(2));
        assertThat(state(room, session).balanced()).isTrue();
        assertThat(room.in(() -> flags.of(room.clinic().id(), session)))
                .extracting(Flag::kind)
                .containsExactly(Flag.Kind.CLOCK, Flag.Kind.CLOCK);
    }

    @Test
    void a_needle_charted_after_closing_reopens_the_session_as_an_incident() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        assertThat(close(room, session, 0)).isInstanceOf(Closure.Closed.class);
        assertThat(room.in(() -> openSessions.list(room.clinic().id()))).isEmpty();

        var late = treatment.insert(room, session, TRAPEZIUS, Laterality.R);
        assertThat(state(room, session).standing()).isEqualTo(Standing.REOPENED);
        assertThat(room.in(() -> openSessions.list(room.clinic().id())))
                .extracting(SessionView::id)
                .containsExactly(session);
        assertThat(close(room, session, 1)).isInstanceOf(Closure.NeedlesInSitu.class);

        treatment.append(room, session, new Removed(late));
        assertThat(close(room, session, 1)).isInstanceOf(Closure.Closed.class);
        assertThat(state(room, session).standing()).isEqualTo(Standing.CLOSED);
    }

    @Test
    void closes_over_a_missing_needle_after_a_search_and_keeps_it_on_the_list_until_it_is_found() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        var needle = treatment.insert(room, session, TRAPEZIUS, Laterality.R);
        var search = new RetainedSearch(
                List.of(Place.HAIR, Place.CLOTHES),
                RetainedSearch.Imaging.DECLINED,
                List.of(RetainedSearch.Told.PATIENT),
                "not in the skin; perhaps in the clothes");
        assertThat(room.in(() -> closeSession.closeWithRetained(room.clinic().id(), session, search, room.by())))
                .isInstanceOf(Closure.NeedlesInSitu.class);

        treatment.append(room, session, new Unaccounted(needle));
        assertThat(close(room, session, 1)).isInstanceOf(Closure.Unaccounted.class);
        assertThat(room.in(() -> closeSession.closeWithRetained(room.clinic().id(), session, search, room.by())))
                .isInstanceOf(Closure.Closed.class);
        assertThat(room.in(() -> openSessions.list(room.clinic().id()))).hasSize(1);

        var open = state(room, session).retained().getFirst().open();
        treatment.append(room, session, new Found(needle, Place.CLOTHES, open));
        assertThat(room.in(() -> openSessions.list(room.clinic().id()))).isEmpty();
    }

    @Test
    void a_closing_and_an_insertion_at_the_same_time_never_lose_the_needle() throws Exception {
        for (int round = 0; round < 5; round++) {
            var room = treatment.room(PainReport.NONE);
            var session = treatment.open(room);
            var go = new CountDownLatch(1);
            try (var hands = Executors.newFixedThreadPool(2)) {
                var closing = hands.submit(() -> {
                    go.await();
                    return close(room, session, 0);
                });
                var inserting = hands.submit(() -> {
                    go.await();
                    return treatment.insert(room, session, TRAPEZIUS, Laterality.R);
                });
                go.countDown();
                var closure = closing.get();
                var needle = inserting.get();
                var after = state(room, session);
                assertThat(after.inSitu()).extracting(Needle::id).containsExactly(needle);
                assertThat(after.isClosed()).isFalse();
                assertThat(after.standing())
                        .isEqualTo(closure instanceof Closure.Closed ? Standing.REOPENED : Standing.OPEN);
            }
        }
    }

    @Test
    void numbers_of_the_pages_have_no_gaps_when_eight_hands_chart_at_once() throws Exception {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        try (var hands = Executors.newFixedThreadPool(8)) {
            var taps = new ArrayList<Future<NeedleId>>();
            for (int i = 0; i < 40; i++) {
                taps.add(hands.submit(() -> treatment.insert(room, session, TRAPEZIUS, Laterality.R)));
            }
            for (var tap : taps) {
                tap.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        var state = state(room, session);
        assertThat(state.inSitu()).hasSize(40);
        assertThat(state.devices()).hasSize(1).allMatch(it -> it.complete() && it.last() == 41);
    }

    @Test
    void of_another_practice_does_not_exist() {
        var mine = treatment.room(PainReport.NONE);
        var session = treatment.open(mine);
        var other = treatment.room(PainReport.NONE);
        assertThat(other.in(() -> sessions.find(other.clinic().id(), session))).isEmpty();
        assertThatThrownBy(() -> treatment.append(other, session, List.of(inserted())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> close(other, session, 0)).isInstanceOf(NotFound.class);
    }
}
