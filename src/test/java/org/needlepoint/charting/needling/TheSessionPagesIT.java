package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
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

    @Autowired
    MovableClock clock;

    private Visitor staff(Room room) {
        return new Visitor(port).with("np", room.signIn());
    }

    private static String path(Room room, SessionId session) {
        return "/p/" + room.clinic().slug() + "/sessions/" + session;
    }

    @Test
    void name_the_emergency_number_of_the_practices_country() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        assertThat(staff(room).get(path(room, session)).body()).contains("&quot;emergencyNumber&quot;:&quot;911&quot;");
        practices.in(
                room.clinic().id(),
                () -> jdbc.sql("update practice.practice set country = 'ES' where practice_id = :practice")
                        .param("practice", room.clinic().id().value())
                        .update());
        assertThat(staff(room).get(path(room, session)).body()).contains("&quot;emergencyNumber&quot;:&quot;112&quot;");
        assertThat(new Visitor(port).get("/p/" + room.clinic().slug() + "/pain").body())
                .contains("call 112 now")
                .doesNotContain("all 911");
    }

    @Test
    void give_the_chart_the_practitioners_last_needle_in_the_ledgers_own_words() {
        var room = treatment.room(PainReport.NONE);
        var first = treatment.open(room);
        treatment.insert(room, first, "trapezius-upper", Laterality.R);
        clock.advance(Duration.ofMinutes(10));
        var second = treatment.open(room, treatment.anotherVisit(room));
        assertThat(staff(room).get(path(room, second)).body())
                .contains("&quot;side&quot;:&quot;R&quot;", "&quot;technique&quot;:&quot;deep-static&quot;");
        clock.set(MovableClock.START);
    }

    @Test
    void do_not_exist_for_another_practices_staff() {
        var mine = treatment.room(PainReport.NONE);
        var session = treatment.open(mine);
        var other = treatment.room(PainReport.NONE);
        assertThat(staff(mine).get(path(mine, session)).status()).isEqualTo(200);
        assertThat(staff(other).get(path(other, session)).status()).isEqualTo(404);
        assertThat(staff(other).get(path(other, session) + "/closure").status()).isEqualTo(404);
    }
}
