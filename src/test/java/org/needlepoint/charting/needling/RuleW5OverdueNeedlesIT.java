package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rule W5: needles left in free the practitioner; an overdue one alarms on every screen of the staff.
@IntegrationTest
class RuleW5OverdueNeedlesIT {
    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    MovableClock clock;

    private Room room;
    private SessionId session;

    @BeforeEach
    void open() {
        room = treatment.room(PainReport.NONE);
        session = treatment.open(room);
    }

    @AfterEach
    void backToTheStart() {
        clock.set(MovableClock.START);
    }

    private NeedleId insert(@Nullable Integer dwellSeconds) {
        var needle = NeedleId.next();
        treatment.append(room, session, new LedgerEvent.Inserted(needle, placement(dwellSeconds)));
        return needle;
    }

    private static Placement placement(@Nullable Integer dwellSeconds) {
        return new Placement(
                "trapezius-upper",
                Laterality.R,
                250,
                40,
                NeedleTechnique.DEEP_STATIC,
                Tissue.MUSCLE,
                "1",
                null,
                null,
                dwellSeconds,
                null,
                null);
    }

    private List<String> alarms() {
        var answer = new Visitor(port)
                .with("np", room.signIn())
                .get("/p/" + room.clinic().slug() + "/alarms");
        return new JsonMapper()
                .readTree(answer.body())
                .valueStream()
                .map(it -> it.path("text"))
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void a_needle_alarms_once_its_planned_stay_is_over_and_no_longer_when_it_is_out() {
        var needle = insert(600);
        clock.advance(Duration.ofMinutes(9));
        assertThat(alarms()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(alarms())
                .singleElement()
                .asString()
                .contains("a needle has been in longer than planned, since 10:10 AM")
                .as("a screen stands where others see it")
                .doesNotContain("Ana", "Ruiz");
        treatment.append(room, session, new LedgerEvent.Removed(needle));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void a_needle_without_a_planned_stay_never_alarms() {
        insert(null);
        clock.advance(Duration.ofMinutes(14));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void a_needle_that_went_in_again_alarms_by_its_second_stay() {
        var needle = insert(60);
        treatment.append(room, session, new LedgerEvent.Removed(needle));
        clock.advance(Duration.ofMinutes(5));
        assertThat(alarms()).isEmpty();
        treatment.append(room, session, new LedgerEvent.Reinserted(needle, placement(300)));
        clock.advance(Duration.ofMinutes(5));
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void a_tablet_whose_clock_runs_fast_makes_no_needle_late_to_alarm() {
        var fast = clock.instant().plus(Duration.ofMinutes(4));
        var needle = NeedleId.next();
        treatment.append(
                room,
                session,
                List.of(Report.onPage(EventId.next(), fast, new LedgerEvent.Inserted(needle, placement(600)))));
        clock.advance(Duration.ofMinutes(10));
        assertThat(alarms()).singleElement().asString().contains("since 10:10 AM");
    }

    @Test
    void several_needles_of_one_session_are_one_line_for_staff_alone() {
        insert(60);
        insert(60);
        clock.advance(Duration.ofMinutes(2));
        assertThat(alarms()).singleElement().asString().contains("2 needles have been in");
        assertThat(new Visitor(port)
                        .get("/p/" + room.clinic().slug() + "/alarms")
                        .status())
                .isEqualTo(303);
    }
}
