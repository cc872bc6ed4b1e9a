package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.MoveAppointment.Moving;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/// The desk made a visit of half an hour an hour long; its patient moves it by their link. It is on a Thursday.
@IntegrationTest
class MovingAVisitOfAnotherLengthIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);
    private static final Actor DESK = Actor.account(new UUID(7, 7));
    private static final Who ANA = new Who.Guest(
            new Demographics("Ana Ruiz", LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH));

    @Autowired
    Clinic clinics;

    @Autowired
    PlaceAppointment placeAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    FindOpenings findOpenings;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;
    private Appointment visit;

    @BeforeEach
    void bookAnHour() {
        clock.set(MovableClock.START);
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(10), Segment.needlesIn(15), Segment.handsOn(5));
        visit = booked("09:00", 60);
        booked("12:00", 30);
    }

    private static Instant at(String time) {
        return THURSDAY.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
    }

    private Appointment booked(String time, int minutes) {
        var place = Place.at(clinic.practitioner(), clinic.location(), at(time)).lasting(minutes);
        var placement = clinic.in(() -> placeAppointment.book(clinic.id(), clinic.service(), ANA, place, DESK));
        return ((Placement.Placed) placement).appointment();
    }

    private Moving move(String time) {
        return clinic.in(() -> moveAppointment.move(
                clinic.id(),
                visit.id(),
                visit.version(),
                clinic.practitioner(),
                clinic.location(),
                at(time),
                Actor.GUEST));
    }

    private List<LocalTime> openings(@Nullable Integer minutes) {
        var wish = new FindOpenings.Wish(clinic.service(), THURSDAY, THURSDAY, null, null, minutes);
        var found = (FindOpenings.Search.Found) clinic.in(() -> findOpenings.find(clinic.id(), wish));
        return found.openings().stream()
                .map(opening -> opening.start().toLocalTime())
                .toList();
    }

    @Test
    void keeps_its_length() {
        assertThat(move("10:30")).isInstanceOfSatisfying(Moving.Moved.class, moved -> {
            assertThat(moved.appointment().startsAt()).isEqualTo(at("10:30"));
            assertThat(moved.appointment().endsAt()).isEqualTo(at("11:30"));
        });
        assertThat(openings(null))
                .contains(LocalTime.of(9, 0), LocalTime.of(10, 0), LocalTime.of(11, 30))
                .doesNotContain(LocalTime.of(10, 30), LocalTime.of(11, 0));
    }

    @Test
    void is_offered_only_the_times_that_hold_all_of_it() {
        assertThat(openings(60))
                .contains(LocalTime.of(11, 0), LocalTime.of(16, 0))
                .doesNotContain(LocalTime.of(11, 30), LocalTime.of(12, 0), LocalTime.of(16, 30));
        assertThat(openings(30)).isEqualTo(openings(null)).contains(LocalTime.of(11, 30), LocalTime.of(16, 30));
    }

    @Test
    void is_refused_a_time_that_holds_but_half_of_it() {
        assertThat(move("11:30"))
                .isInstanceOfSatisfying(
                        Moving.Taken.class,
                        taken -> assertThat(taken.alternatives())
                                .hasSize(3)
                                .allMatch(opening ->
                                        opening.end().equals(opening.start().plusHours(1))));
        assertThat(move("16:30")).isEqualTo(new Moving.NotOffered("start"));
    }
}
