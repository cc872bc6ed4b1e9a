package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.shared.NotFound;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Time that was kept free and is not any more, until that is undone.
@IntegrationTest
class ARemovedBlockIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);
    private static final Actor DESK = Actor.account(new UUID(7, 7));

    @Autowired
    Clinic clinics;

    @Autowired
    Blocks blocks;

    @Autowired
    PlaceAppointment placeAppointment;

    @Autowired
    RecentChanges recentChanges;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;
    private Block lunch;

    @BeforeEach
    void keepLunchFree() {
        clock.set(MovableClock.START);
        clinic = clinics.byPhone("America/New_York");
        var wanted = new Blocks.Wanted(
                Block.Kind.PRACTITIONER,
                clinic.practitioner().value(),
                THURSDAY.atTime(12, 0),
                THURSDAY.atTime(13, 0),
                NEW_YORK,
                "Lunch");
        lunch = ((Blocking.Blocked) clinic.in(() -> blocks.add(clinic.id(), wanted, DESK))).block();
    }

    private Block removed() {
        return clinic.in(() -> blocks.remove(clinic.id(), lunch.id(), DESK)).orElseThrow();
    }

    private Blocking putBack(Block removed) {
        return clinic.in(() -> blocks.putBack(clinic.id(), removed.id(), removed.version(), DESK));
    }

    private Placement book(String time) {
        var start = THURSDAY.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
        var who = new Who.Guest(
                new Demographics("Ana Ruiz", LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH));
        var place = Place.at(clinic.practitioner(), clinic.location(), start);
        return clinic.in(() -> placeAppointment.book(clinic.id(), clinic.service(), who, place, DESK));
    }

    private List<Block> standing() {
        return clinic.in(() -> blocks.between(clinic.id(), THURSDAY, THURSDAY));
    }

    @Test
    void takes_no_time_and_is_not_shown() {
        removed();
        assertThat(standing()).isEmpty();
        assertThat(book("12:15")).isInstanceOf(Placement.Placed.class);
        assertThat(clinic.in(() -> blocks.remove(clinic.id(), lunch.id(), DESK)))
                .as("removed twice")
                .isEmpty();
    }

    @Test
    void stands_as_it_was_when_that_is_undone_however_often_it_is_sent() {
        var removed = removed();
        for (int times = 0; times < 2; times++) {
            assertThat(putBack(removed)).isInstanceOf(Blocking.Blocked.class);
        }
        assertThat(standing()).singleElement().satisfies(block -> {
            assertThat(block.id()).isEqualTo(lunch.id());
            assertThat(block.localStart()).isEqualTo(lunch.localStart());
            assertThat(block.localEnd()).isEqualTo(lunch.localEnd());
            assertThat(block.label()).isEqualTo("Lunch");
        });
        assertThat(book("12:15")).isInstanceOf(Placement.InTheWay.class);
    }

    @Test
    void stays_away_when_a_visit_stands_there_and_says_which() {
        var removed = removed();
        var visit = ((Placement.Placed) book("12:15")).appointment();
        assertThat(putBack(removed))
                .isInstanceOfSatisfying(
                        Blocking.InTheWay.class,
                        refused -> assertThat(refused.obstacles())
                                .extracting(Obstacle::appointment)
                                .containsExactly(visit.id()));
        assertThat(standing()).isEmpty();
    }

    @Test
    void is_not_put_back_by_an_old_page_after_it_was_removed_once_more() {
        var first = removed();
        putBack(first);
        var second = removed();
        assertThat(putBack(first)).isEqualTo(new Blocking.NotPossible("undo"));
        assertThat(putBack(second)).isInstanceOf(Blocking.Blocked.class);
    }

    @Test
    void is_no_other_practices_to_put_back() {
        var removed = removed();
        var stranger = clinics.byPhone("America/New_York");
        assertThatThrownBy(
                        () -> stranger.in(() -> blocks.putBack(stranger.id(), removed.id(), removed.version(), DESK)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void is_news_for_open_calendars_when_it_goes_and_when_it_comes_back() {
        var before = clinic.in(() -> recentChanges.fingerprint(clinic.id()));
        var removed = removed();
        var gone = clinic.in(() -> recentChanges.fingerprint(clinic.id()));
        putBack(removed);
        var back = clinic.in(() -> recentChanges.fingerprint(clinic.id()));
        assertThat(gone.isNewsAfter(before)).isTrue();
        assertThat(back.isNewsAfter(gone)).isTrue();
    }

    @Test
    void is_in_the_trail_with_each_step() {
        putBack(removed());
        var trail = clinic.in(() -> transaction.execute(_ -> jdbc.sql("""
                select action
                  from audit.entry
                 where practice_id = :practice
                   and subject_kind = 'block'
                   and subject_id = :block
                 order by at, id
                """)
                .param("practice", clinic.id().value())
                .param("block", lunch.id().value())
                .query(String.class)
                .list()));
        assertThat(trail).containsExactly("added", "removed", "restored");
    }
}
