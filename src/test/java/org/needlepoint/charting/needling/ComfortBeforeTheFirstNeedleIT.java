package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.LedgerEvent.Removed;
import org.needlepoint.charting.ledger.LedgerEvent.Tolerated;
import org.needlepoint.charting.ledger.Tolerance;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.Comfort;
import org.needlepoint.intake.Comforts;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What makes needles easier, and how the last ones were borne, stands on the page of the session.
@IntegrationTest
class ComfortBeforeTheFirstNeedleIT {
    private static final String TRAPEZIUS = "trapezius-upper";

    @Autowired
    Treatment treatment;

    @Autowired
    Comforts comforts;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Treatment.Room room;

    @BeforeEach
    void openAVisit() {
        clock.set(MovableClock.START);
        room = treatment.room(PainReport.NONE);
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private String page(SessionId session) {
        return new Visitor(port)
                .with("np", room.signIn())
                .get("/p/" + room.clinic().slug() + "/sessions/" + session)
                .body();
    }

    private void needled(SessionId session, int needles, Tolerance... borne) {
        for (int each = 0; each < needles; each++) {
            var needle = treatment.insert(room, session, TRAPEZIUS, Laterality.R);
            if (each < borne.length) {
                treatment.append(room, session, new Tolerated(needle, borne[each]));
            }
            treatment.append(room, session, new Removed(needle));
        }
    }

    @Test
    void is_what_the_patient_said() {
        room.in(() -> {
            var wishes = new Comfort(null, null, Set.of(Comfort.Wish.COUNT_ALOUD), null, "Cold hands");
            comforts.tell(room.clinic().id(), room.patient(), room.visit().value(), wishes, Asked.byStaff(room.by()));
            return true;
        });
        assertThat(page(treatment.open(room)))
                .contains("Before the first needle", "Counting aloud before each needle", "“Cold hands”")
                .doesNotContain("Last time,");
    }

    @Test
    void asks_where_nobody_has() {
        assertThat(page(treatment.open(room))).contains("Nobody has asked yet.", "Ask what makes needles easier");
    }

    @Test
    void says_how_many_needles_of_last_time_were_not_tolerated() {
        needled(treatment.open(room), 3, Tolerance.NOT, Tolerance.HARDLY, Tolerance.WELL);
        var next = treatment.anotherVisit(room);
        clock.advance(Duration.ofMinutes(5));
        assertThat(page(treatment.open(room, next)))
                .contains("Last time, December 2: 1 of 3 needles was not tolerated, 1 hardly bearable.");
    }

    @Test
    void says_that_none_was_noted_as_hard_to_bear() {
        needled(treatment.open(room), 2, Tolerance.BEARABLE);
        var next = treatment.anotherVisit(room);
        clock.advance(Duration.ofMinutes(5));
        assertThat(page(treatment.open(room, next)))
                .contains("Last time, December 2: none of 2 needles was noted as hard to bear.");
    }
}
