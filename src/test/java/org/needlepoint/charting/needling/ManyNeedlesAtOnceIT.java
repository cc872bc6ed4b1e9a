package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ReportedPlace;
import org.needlepoint.intake.Said;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.SentStatements;
import org.springframework.beans.factory.annotation.Autowired;

/// A tablet that was without a network reports sixty needles at once: the session is held no longer than for six.
@IntegrationTest
class ManyNeedlesAtOnceIT {
    private static final List<String> MUSCLES = List.of("trapezius-upper", "infraspinatus", "soleus");

    @Autowired
    Treatment treatment;

    @Autowired
    StartNeedling startNeedling;

    @Autowired
    AppendEvents appendEvents;

    @Autowired
    OverdueNeedles overdueNeedles;

    @Autowired
    Flags flags;

    @Autowired
    MovableClock clock;

    @AfterEach
    void backToTheStart() {
        clock.set(MovableClock.START);
    }

    /// Each with a planned stay, deeper than it is long, and reported two hours late.
    private List<Report> needles(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Placement(
                        MUSCLES.get(i % MUSCLES.size()),
                        i / MUSCLES.size() % 2 == 0 ? Laterality.R : Laterality.L,
                        250,
                        40,
                        NeedleTechnique.DEEP_STATIC,
                        Tissue.MUSCLE,
                        "1",
                        null,
                        50,
                        600,
                        null,
                        null))
                .map(placement -> new LedgerEvent.Inserted(NeedleId.next(), placement))
                .map(event -> Report.onPage(EventId.next(), clock.instant().minus(Duration.ofHours(2)), event))
                .toList();
    }

    private List<String> appending(Room room, SessionId session, int number) {
        var reports = needles(number);
        return SentStatements.during(
                () -> room.in(() -> appendEvents.append(room.clinic().id(), session, reports, room.by())));
    }

    private List<Flag> flagged(Room room, SessionId session) {
        return room.in(() -> flags.of(room.clinic().id(), session));
    }

    @Test
    void sixty_needles_take_as_many_statements_as_six() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        appending(room, session, 1);
        int six = appending(room, session, 6).size();
        var sixty = appending(room, session, 60);
        assertThat(sixty).as(String.join("\n", sixty)).hasSize(six);
        assertThat(flagged(room, session)).as("too deep, and late").hasSize(2 * 67);
    }

    @Test
    void so_do_needles_against_which_a_gate_stands() {
        var room = treatment.room(PainReport.NONE);
        treatment.screened(
                room,
                room.visit(),
                Map.of("eczema-psoriasis", Said.yesAt(new ReportedPlace(BodyArea.LOWER_LEG, Laterality.R))));
        treatment.consented(room, BodyArea.values());
        var start = room.in(
                () -> startNeedling.start(room.clinic().id(), room.visit(), StartNeedling.Words.NONE, room.by()));
        var session = ((Start.Started) start).session();
        appending(room, session, 1);
        int six = appending(room, session, 6).size();
        var sixty = appending(room, session, 60);
        assertThat(sixty).as(String.join("\n", sixty)).hasSize(six);
        assertThat(flagged(room, session)).extracting(Flag::kind).contains(Flag.Kind.STOPPED_IN_REGION);
    }

    @Test
    void the_alarm_asks_as_often_for_five_sessions_as_for_one() {
        var room = treatment.room(PainReport.NONE);
        appending(room, treatment.open(room), 2);
        clock.advance(Duration.ofMinutes(1));
        int one = alarm(room, 1).size();
        var more = new ArrayList<SessionId>();
        for (int i = 0; i < 4; i++) {
            var session = treatment.open(room, treatment.anotherVisit(room));
            appending(room, session, 2);
            more.add(session);
        }
        var five = alarm(room, 1 + more.size());
        assertThat(five).as(String.join("\n", five)).hasSize(one);
    }

    private List<String> alarm(Room room, int sessions) {
        return SentStatements.during(
                () -> assertThat(room.in(() -> overdueNeedles.now(room.clinic().id())))
                        .hasSize(sessions));
    }
}
