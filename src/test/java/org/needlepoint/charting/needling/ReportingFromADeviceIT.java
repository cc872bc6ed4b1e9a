package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Closure;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.Needle.Whereabouts;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// A device numbers what it charts and sends it when it can: once or twice, late, in whatever order.
@IntegrationTest
class ReportingFromADeviceIT {
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    Sessions sessions;

    @Autowired
    Flags flags;

    @Autowired
    CloseSession closeSession;

    @Autowired
    MovableClock clock;

    private Room room;
    private SessionId session;
    private Tablet tablet;

    @BeforeEach
    void open() {
        room = treatment.room(PainReport.NONE);
        session = treatment.open(room);
        tablet = new Tablet(port, room, session);
    }

    private static LedgerEvent in(NeedleId needle) {
        return new LedgerEvent.Inserted(needle, Treatment.in("trapezius-upper", Laterality.R));
    }

    private Session state() {
        return room.in(() -> sessions.find(room.clinic().id(), session))
                .orElseThrow()
                .state();
    }

    private List<Flag.Kind> flagged() {
        return room.in(() -> flags.of(room.clinic().id(), session)).stream()
                .map(Flag::kind)
                .toList();
    }

    private Instant now() {
        return clock.instant();
    }

    @Test
    void is_answered_with_the_session_as_it_is_then() {
        var answer = tablet.send(
                tablet.next(new LedgerEvent.DeviceJoined(), now()), tablet.next(in(NeedleId.next()), now()));
        assertThat(answer.status()).isEqualTo(200);
        var told = JSON.readTree(answer.body());
        assertThat(told.path("entries").findValuesAsString("kind"))
                .containsExactly("opened", "device-joined", "inserted");
        assertThat(state().inSitu()).hasSize(1);
    }

    @Test
    void changes_nothing_when_it_is_sent_again() {
        var event = tablet.next(in(NeedleId.next()), now());
        assertThat(tablet.send(event).status()).isEqualTo(200);
        assertThat(tablet.send(event).status()).isEqualTo(200);
        assertThat(state().needles()).hasSize(1);
    }

    @Test
    void is_refused_whole_when_an_id_or_a_number_was_used_for_something_else() {
        var event = tablet.next(in(NeedleId.next()), now());
        tablet.send(event);
        var other = tablet.next(in(NeedleId.next()), now());
        var sameNumber = other.deepCopy().put("number", 1);
        assertThat(tablet.send(sameNumber).status()).isEqualTo(409);
        var sameId = other.deepCopy().put("id", event.path("id").asString());
        assertThat(tablet.send(sameId).status()).isEqualTo(409);
        assertThat(state().needles()).hasSize(1);
    }

    @Test
    void tells_what_is_new_and_nothing_else() {
        tablet.send(tablet.next(in(NeedleId.next()), now()));
        var first = tablet.ask(-1);
        int version = first.path("version").asInt();
        assertThat(tablet.ask(version).path("entries")).isEmpty();
        treatment.append(room, session, new LedgerEvent.FeltFaint());
        var news = tablet.ask(version);
        assertThat(news.path("entries").findValuesAsString("kind")).containsExactly("felt-faint");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {"events":[]}                                                                       | device
                {"device":"DEVICE"}                                                                 | events
                {"device":"DEVICE","events":[{"number":1,"at":1,"event":{"v":1,"kind":"felt-faint"}}]}         | events[0].id
                {"device":"DEVICE","events":[{"id":"ID","number":0,"at":1,"event":{"v":1,"kind":"felt-faint"}}]} | events[0].number
                {"device":"DEVICE","events":[{"id":"ID","number":1,"event":{"v":1,"kind":"felt-faint"}}]}      | events[0].at
                {"device":"DEVICE","events":[{"id":"ID","number":1,"at":1}]}                          | events[0].event
                {"device":"DEVICE","events":[{"id":"ID","number":1,"at":1,"event":{"v":2,"kind":"felt-faint"}}]} | events[0].event
                {"device":"DEVICE","events":[{"id":"ID","number":1,"at":1,"event":{"v":1,"kind":"vanished"}}]} | events[0].event
                {"device":"DEVICE","events":[{"id":"ID","number":1,"at":1,"event":{"v":1,"kind":"closed","seen":{},"needles":[]}}]} | events[0].event.kind
                {"device":"DEVICE","events":[{"id":"ID","number":1,"at":1,"event":{"v":1,"kind":"device-finished","device":"ID","last":1}}]} | events[0].event.kind
                {"device":"DEVICE","events":[{"id":"ID","number":1,"at":1,"event":{"v":1,"kind":"manipulated","needle":"ID","how":"wound","seconds":0}}]} | events[0].event
                {"device":"DEVICE","events":[{"id":"ID","number":1,"at":1,"event":{"v":1,"kind":"inserted","needle":"ID","placement":{"muscle":"soleus","side":"B","diameterUm":250,"lengthMm":40,"technique":"winding","tissue":"muscle","knowledge":"1"}}}]} | events[0].event.placement
                """)
    void names_the_field_that_is_not_well_formed(String body, String field) {
        var answer = tablet.post(body.replace("DEVICE", tablet.device.toString())
                .replace("ID", UUID.randomUUID().toString()));
        assertThat(answer.status()).isEqualTo(422);
        var problem = JSON.readTree(answer.body()).path("errors").path(0);
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("message").asString()).isNotBlank();
    }

    @ParameterizedTest(name = "{0} minutes from now: {1}")
    @CsvSource(
            nullValues = "nothing",
            value = {"3, nothing", "-59, nothing", "-70, LATE", "120, CLOCK", "-525600, CLOCK"})
    void is_stored_whatever_its_time_and_flagged_where_that_is_odd(long minutes, Flag.Kind flag) {
        var answer = tablet.send(tablet.next(in(NeedleId.next()), now().plus(Duration.ofMinutes(minutes))));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(state().inSitu()).hasSize(1);
        assertThat(flagged()).isEqualTo(flag == null ? List.of() : List.of(flag));
    }

    @Test
    void is_stored_and_flagged_when_it_says_deeper_than_the_needle_is_long() {
        var placement = new Placement(
                "trapezius-upper",
                Laterality.R,
                250,
                30,
                NeedleTechnique.DEEP_STATIC,
                Tissue.MUSCLE,
                "1",
                null,
                35,
                null,
                null,
                null);
        tablet.send(tablet.next(new LedgerEvent.Inserted(NeedleId.next(), placement), now()));
        assertThat(state().inSitu()).hasSize(1);
        assertThat(flagged()).containsExactly(Flag.Kind.DEPTH);
    }

    @Test
    void of_a_removal_that_two_people_made_takes_one_needle_out() {
        var needle = NeedleId.next();
        var other = new Tablet(port, room, session);
        tablet.send(tablet.next(in(needle), now()), tablet.next(in(NeedleId.next()), now()));
        tablet.send(tablet.next(new LedgerEvent.Removed(needle), now()));
        assertThat(other.send(other.next(new LedgerEvent.Removed(needle), now()))
                        .status())
                .isEqualTo(200);
        assertThat(state().out()).isEqualTo(1);
        assertThat(state().inSitu()).hasSize(1);
    }

    @Test
    void of_a_removal_before_its_insertion_is_kept_and_the_session_stays_open_until_that_comes() {
        var needle = NeedleId.next();
        var insertion = tablet.next(in(needle), now());
        var removal = tablet.next(new LedgerEvent.Removed(needle), now());
        tablet.send(removal);
        assertThat(state().needles()).extracting(Needle::where).containsExactly(Whereabouts.INSERTION_MISSING);
        tablet.send(insertion);
        assertThat(state().needles()).extracting(Needle::where).containsExactly(Whereabouts.OUT);
    }

    @Test
    void that_joined_is_waited_for_until_it_says_its_last_number() {
        tablet.send(tablet.next(new LedgerEvent.DeviceJoined(), now()));
        assertThat(close()).isInstanceOf(Closure.DevicesPending.class);
        tablet.send(tablet.next(new LedgerEvent.DeviceFinished(tablet.device, 2), now()));
        assertThat(close()).isInstanceOf(Closure.Closed.class);
    }

    @Test
    void that_was_given_up_and_turns_up_with_a_needle_reopens_the_session() {
        tablet.send(tablet.next(new LedgerEvent.DeviceJoined(), now()));
        room.in(() -> {
            closeSession.giveUp(room.clinic().id(), session, tablet.device, 0, room.by());
            return true;
        });
        assertThat(close()).isInstanceOf(Closure.Closed.class);
        var needle = NeedleId.next();
        tablet.send(tablet.next(in(needle), now()), tablet.next(new LedgerEvent.Removed(needle), now()));
        assertThat(state().standing()).isEqualTo(Standing.REOPENED);
        assertThat(flagged()).contains(Flag.Kind.LATE);
        assertThat(room.in(() -> sessions.find(room.clinic().id(), session))
                        .orElseThrow()
                        .entries())
                .extracting(it -> it.event().kind(), it -> it.recordedBy())
                .contains(tuple("device-lost", room.by().id()));
    }

    private Closure close() {
        var counts = new Counts(0, 0, 0);
        return room.in(() -> closeSession.close(room.clinic().id(), session, counts, room.by()));
    }

    @Test
    void of_a_colleague_is_not_taken_as_mine() {
        var event = tablet.next(in(NeedleId.next()), now());
        var body = JSON.createObjectNode()
                .put("device", tablet.device.toString())
                .put("account", UUID.randomUUID().toString());
        body.putArray("events").add(event);
        assertThat(tablet.post(body.toString()).status()).isEqualTo(401);
        assertThat(state().needles()).isEmpty();
    }

    @Test
    void that_is_waited_for_is_asked_again_at_each_try_to_close() {
        tablet.send(tablet.next(new LedgerEvent.DeviceJoined(), now()));
        close();
        close();
        assertThat(room.in(() -> sessions.find(room.clinic().id(), session))
                        .orElseThrow()
                        .entries())
                .filteredOn(it -> it.event() instanceof LedgerEvent.ClosingAsked)
                .hasSize(2);
    }

    @Test
    void of_another_practice_finds_no_session() {
        var other = treatment.room(PainReport.NONE);
        var stranger = new Tablet(port, other.clinic().slug(), other.signIn(), session);
        assertThat(stranger.ask().status()).isEqualTo(404);
        assertThat(stranger.send(stranger.next(in(NeedleId.next()), now())).status())
                .isEqualTo(404);
        assertThat(state().needles()).isEmpty();
    }

    @Test
    void goes_to_the_sign_in_when_nobody_is_signed_in() {
        var nobody = new Visitor(port);
        assertThat(nobody.get("/p/" + room.clinic().slug() + "/sessions/" + session + "/ledger")
                        .status())
                .isEqualTo(303);
    }
}
