package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class TheSessionPagesIT {
    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    Sessions sessions;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    private Visitor staff(Room room) {
        return new Visitor(port).with("np", room.signIn());
    }

    private static String path(Room room, SessionId session) {
        return "/p/" + room.clinic().slug() + "/sessions/" + session;
    }

    private Visitor.Answer insert(Room room, SessionId session, EventId event, String length) {
        return staff(room)
                .post(
                        path(room, session) + "/events",
                        "act",
                        "inserted",
                        "event",
                        event.toString(),
                        "muscle",
                        "trapezius-upper",
                        "side",
                        "R",
                        "diameter",
                        "250",
                        "length",
                        length,
                        "technique",
                        "DEEP_STATIC",
                        "tissue",
                        "MUSCLE",
                        "count",
                        "8");
    }

    private int inSitu(Room room, SessionId session) {
        return room.in(() -> sessions.find(room.clinic().id(), session))
                .orElseThrow()
                .state()
                .inSitu()
                .size();
    }

    @Test
    void chart_eight_needles_in_one_form_and_the_same_form_sent_twice_changes_nothing() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        var event = EventId.next();
        assertThat(insert(room, session, event, "40").status()).isEqualTo(302);
        assertThat(insert(room, session, event, "40").status()).isEqualTo(302);
        assertThat(inSitu(room, session)).isEqualTo(8);
    }

    @Test
    void answer_409_to_the_same_id_with_another_content() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        var event = EventId.next();
        insert(room, session, event, "40");
        assertThat(insert(room, session, event, "50").status()).isEqualTo(409);
        assertThat(inSitu(room, session)).isEqualTo(8);
    }

    @Test
    void name_the_emergency_number_of_the_practices_country() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        treatment.append(room, session, new LedgerEvent.Emergency());
        assertThat(staff(room).get(path(room, session)).body()).contains("Call 911 now");
        practices.in(
                room.clinic().id(),
                () -> jdbc.sql("update practice.practice set country = 'ES' where practice_id = :practice")
                        .param("practice", room.clinic().id().value())
                        .update());
        assertThat(staff(room).get(path(room, session)).body())
                .contains("Call 112 now")
                .doesNotContain("all 911");
        assertThat(new Visitor(port).get("/p/" + room.clinic().slug() + "/pain").body())
                .contains("call 112 now")
                .doesNotContain("all 911");
    }

    @Test
    void do_not_exist_for_another_practices_staff() {
        var mine = treatment.room(PainReport.NONE);
        var session = treatment.open(mine);
        var other = treatment.room(PainReport.NONE);
        assertThat(staff(mine).get(path(mine, session)).status()).isEqualTo(200);
        assertThat(staff(other).get(path(other, session)).status()).isEqualTo(404);
        assertThat(staff(other).get(path(other, session) + "/closure").status()).isEqualTo(404);
        assertThat(insert(other, session, EventId.next(), "40").status()).isEqualTo(404);
        assertThat(inSitu(mine, session)).isZero();
    }
}
