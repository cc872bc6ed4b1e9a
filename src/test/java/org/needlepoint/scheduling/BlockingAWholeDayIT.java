package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/// Blocks on days of other than 24 hours. New York puts its clocks back on Sunday, 1 November 2026, and forward on 14
/// March 2027.
@IntegrationTest
class BlockingAWholeDayIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate LONG_SUNDAY = LocalDate.of(2026, 11, 1);
    private static final Actor DESK = Actor.account(new UUID(7, 7));

    @Autowired
    Clinic clinics;

    @Autowired
    Blocks blocks;

    @Autowired
    PlaceAppointment placeAppointment;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;

    @BeforeEach
    void openAClinic() {
        clock.set(Instant.parse("2026-10-20T15:00:00Z"));
        clinic = clinics.byPhone("America/New_York");
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(MovableClock.START);
    }

    private Blocking block(LocalDateTime start, LocalDateTime end) {
        var wanted =
                new Blocks.Wanted(Block.Kind.PRACTITIONER, clinic.practitioner().value(), start, end, NEW_YORK, "Away");
        return clinic.in(() -> blocks.add(clinic.id(), wanted, DESK));
    }

    private Placement place(LocalDateTime at) {
        var ana = new Demographics("Ana Ruiz", LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH);
        var place = Place.at(
                        clinic.practitioner(),
                        clinic.location(),
                        at.atZone(NEW_YORK).toInstant())
                .beyond();
        return clinic.in(() -> placeAppointment.book(clinic.id(), clinic.service(), new Who.Guest(ana), place, DESK));
    }

    @Test
    void keep_all_25_hours_free() {
        var blocking = block(LONG_SUNDAY.atStartOfDay(), LONG_SUNDAY.plusDays(1).atStartOfDay());
        assertThat(blocking)
                .isInstanceOfSatisfying(
                        Blocking.Blocked.class,
                        blocked -> assertThat(Duration.between(
                                        blocked.block().startsAt(),
                                        blocked.block().endsAt()))
                                .isEqualTo(Duration.ofHours(25)));
        for (var time : List.of(LONG_SUNDAY.atTime(0, 0), LONG_SUNDAY.atTime(12, 0), LONG_SUNDAY.atTime(23, 30))) {
            assertThat(place(time)).as(time.toString()).isInstanceOf(Placement.InTheWay.class);
        }
        assertThat(place(LONG_SUNDAY.plusDays(1).atStartOfDay())).isInstanceOf(Placement.Placed.class);
        assertThat(clinic.in(() -> blocks.between(clinic.id(), LONG_SUNDAY, LONG_SUNDAY)))
                .hasSize(1);
    }

    @Test
    void last_no_longer_than_a_local_day() {
        assertThat(block(LONG_SUNDAY.atStartOfDay(), LONG_SUNDAY.plusDays(1).atTime(0, 5)))
                .isEqualTo(new Blocking.NotPossible("end"));
    }

    @Test
    void do_not_end_at_a_time_that_the_clock_skips() {
        var day = LocalDate.of(2027, 3, 14);
        assertThat(block(day.atTime(1, 0), day.atTime(2, 30))).isEqualTo(new Blocking.NotPossible("end"));
        assertThat(block(day.atTime(2, 30), day.atTime(4, 0))).isEqualTo(new Blocking.NotPossible("start"));
        assertThat(block(day.atTime(1, 0), day.atTime(3, 0))).isInstanceOf(Blocking.Blocked.class);
    }
}
