package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.UndoVisitChange.Undoing;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/// Staff put visits where they see fit, and the clinic's rules hold.
@IntegrationTest
class PlacingAVisitIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);
    private static final Actor DESK = Actor.account(new UUID(7, 7));
    private static final Overlap ON_PURPOSE = new Overlap(Overlap.Role.FITTED_IN, "in pain, seen in between");

    @Autowired
    Clinic clinics;

    @Autowired
    PlaceAppointment placeAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    UndoVisitChange undoVisitChange;

    @Autowired
    FindOpenings findOpenings;

    @Autowired
    Blocks blocks;

    @Autowired
    Overlaps overlaps;

    @Autowired
    Calendar calendar;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;

    @BeforeEach
    void openClinic() {
        clock.set(MovableClock.START);
        clinic = clinics.byPhone("America/New_York");
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private static Instant at(String time) {
        return THURSDAY.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
    }

    private Place place(String time) {
        return Place.at(clinic.practitioner(), clinic.location(), at(time));
    }

    private static Who somebody(String name) {
        return new Who.Guest(new Demographics(name, LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH));
    }

    private Placement book(Place place) {
        return book(place, somebody("Ana Ruiz"));
    }

    private Placement book(Place place, Who who) {
        return clinic.in(() -> placeAppointment.book(clinic.id(), clinic.service(), who, place, DESK));
    }

    private Appointment booked(Place place) {
        return placed(book(place));
    }

    private Placement move(Appointment visit, Place place) {
        return clinic.in(() -> placeAppointment.move(clinic.id(), visit.id(), visit.version(), place, DESK));
    }

    private static Appointment placed(Placement placement) {
        assertThat(placement).isInstanceOf(Placement.Placed.class);
        return ((Placement.Placed) placement).appointment();
    }

    private static List<Obstacle> inTheWay(Placement placement) {
        assertThat(placement).isInstanceOf(Placement.InTheWay.class);
        return ((Placement.InTheWay) placement).obstacles();
    }

    private Undoing undo(Appointment visit) {
        return clinic.in(() -> undoVisitChange.undo(clinic.id(), visit.id(), visit.version(), DESK));
    }

    private Appointment undone(Appointment visit) {
        var undoing = undo(visit);
        assertThat(undoing).isInstanceOf(Undoing.Undone.class);
        return ((Undoing.Undone) undoing).appointment();
    }

    private List<LocalTime> openings() {
        var wish = new FindOpenings.Wish(clinic.service(), THURSDAY, THURSDAY, null, null);
        var search = clinic.in(() -> findOpenings.find(clinic.id(), wish));
        return ((FindOpenings.Search.Found) search)
                .openings().stream()
                        .map(opening -> opening.start().toLocalTime())
                        .toList();
    }

    @Test
    void stands_at_any_five_minutes_and_takes_the_openings_it_covers() {
        var visit = booked(place("09:05"));
        assertThat(visit.localStart().toLocalTime()).isEqualTo("09:05");
        assertThat(Duration.between(visit.startsAt(), visit.endsAt())).isEqualTo(Duration.ofMinutes(30));
        assertThat(openings())
                .doesNotContain(LocalTime.of(9, 0), LocalTime.of(9, 30))
                .contains(LocalTime.of(10, 0));
        assertThat(book(place("09:07"))).isEqualTo(new Placement.NotOffered("start"));
    }

    @Test
    void names_the_visit_that_stands_in_the_way() {
        var first = booked(place("09:05"));
        var refused = book(place("09:20"), somebody("Bo Lind"));
        assertThat(inTheWay(refused))
                .containsExactly(new Obstacle(
                        Obstacle.Kind.PRACTITIONER,
                        clinic.practitioner().value(),
                        first.startsAt(),
                        first.endsAt(),
                        first.id(),
                        null));
        assertThat(((Placement.InTheWay) refused).mayOverlap()).isTrue();
    }

    @Test
    void stays_within_the_hours_unless_whoever_places_it_says_otherwise() {
        assertThat(book(place("16:45")))
                .isEqualTo(new Placement.OutsideHours(
                        List.of(new Placement.OutsideHours.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)))));
        assertThat(booked(place("16:45").beyond()).end().toLocalTime()).isEqualTo("17:15");
    }

    @Test
    void is_refused_before_today_but_not_earlier_today() {
        var yesterday = LocalDateTime.parse("2026-12-01T09:00").atZone(NEW_YORK).toInstant();
        assertThat(book(Place.at(clinic.practitioner(), clinic.location(), yesterday)))
                .isEqualTo(new Placement.NotOffered("start"));
        var thisMorning =
                LocalDateTime.parse("2026-12-02T09:00").atZone(NEW_YORK).toInstant();
        booked(Place.at(clinic.practitioner(), clinic.location(), thisMorning));
    }

    @Test
    void over_another_on_purpose_lies_on_a_lane_that_patients_never_see() {
        booked(place("09:00"));
        var over = placed(book(place("09:10").over(ON_PURPOSE), somebody("Bo Lind")));
        var overlapping = clinic.in(() -> overlaps.between(clinic.id(), THURSDAY, THURSDAY));
        assertThat(overlapping).containsOnly(java.util.Map.entry(over.id(), ON_PURPOSE));
        assertThat(openings())
                .as("only lane 0 takes from patients: 9:30 to 9:40 is free for them")
                .contains(LocalTime.of(9, 30));
    }

    @Test
    void over_another_is_never_over_the_same_patient() {
        var first = booked(place("09:00"));
        var again = book(place("09:10").over(ON_PURPOSE), new Who.Known(first.patient()));
        assertThat(inTheWay(again)).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.PATIENT);
        assertThat(((Placement.InTheWay) again).mayOverlap()).isFalse();
    }

    @Test
    void moved_where_nobody_is_any_more_it_lies_on_the_usual_lane_again() {
        booked(place("09:00"));
        var over = placed(book(place("09:10").over(ON_PURPOSE), somebody("Bo Lind")));
        placed(move(over, place("11:00")));
        assertThat(clinic.in(() -> overlaps.between(clinic.id(), THURSDAY, THURSDAY)))
                .isEmpty();
        assertThat(openings()).doesNotContain(LocalTime.of(11, 0));
    }

    @Test
    void moves_and_becomes_longer_over_its_own_time_and_undoing_puts_it_back() {
        var visit = booked(place("09:00"));
        var longer = placed(move(visit, place("09:15").lasting(50)));
        assertThat(longer.end().toLocalTime()).isEqualTo("10:05");
        var back = undone(longer);
        assertThat(back.startsAt()).isEqualTo(visit.startsAt());
        assertThat(back.endsAt()).isEqualTo(visit.endsAt());
        assertThat(back.version()).isEqualTo(2);
    }

    @Test
    void is_not_moved_from_a_version_that_is_no_longer_so() {
        var visit = booked(place("09:00"));
        var moved = placed(move(visit, place("10:00")));
        assertThat(move(visit, place("11:00"))).isEqualTo(new Placement.ChangedMeanwhile(moved));
        assertThat(undo(visit)).isEqualTo(new Undoing.ChangedMeanwhile(moved));
    }

    @Test
    void undoing_says_who_has_taken_its_old_place() {
        var visit = booked(place("09:00"));
        var moved = placed(move(visit, place("10:00")));
        var other = placed(book(place("09:05"), somebody("Bo Lind")));
        assertThat(undo(moved))
                .isInstanceOfSatisfying(
                        Undoing.InTheWay.class,
                        refused -> assertThat(refused.obstacles())
                                .extracting(Obstacle::appointment)
                                .containsExactly(other.id()));
    }

    @Test
    void undoing_a_booking_cancels_it_and_undoing_that_books_it_again() {
        var cancelled = undone(booked(place("09:00")));
        assertThat(cancelled.status()).isEqualTo(Appointment.Status.CANCELLED);
        assertThat(openings()).contains(LocalTime.of(9, 0));
        assertThat(undone(cancelled).status()).isEqualTo(Appointment.Status.BOOKED);
        assertThat(openings()).doesNotContain(LocalTime.of(9, 0));
    }

    @Test
    void keeps_its_room_and_takes_another_only_where_it_must() {
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(10), Segment.needlesIn(15), Segment.handsOn(5));
        var visit = booked(place("09:00"));
        assertThat(visit.room()).isEqualTo(clinic.room());
        assertThat(placed(move(visit, place("09:30"))).room()).isEqualTo(clinic.room());
        var between = book(place("09:40"), somebody("Bo Lind"));
        assertThat(inTheWay(between)).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.ROOM);
        assertThat(book(place("14:00").in(RoomId.next()))).isEqualTo(new Placement.NotOffered("room"));
    }

    @Test
    void does_not_go_over_a_block_and_a_block_does_not_go_over_it() {
        var lunch = new Blocks.Wanted(
                Block.Kind.PRACTITIONER,
                clinic.practitioner().value(),
                THURSDAY.atTime(12, 0),
                THURSDAY.atTime(13, 0),
                NEW_YORK,
                "Lunch");
        var block = ((Blocking.Blocked) clinic.in(() -> blocks.add(clinic.id(), lunch, DESK))).block();
        assertThat(openings()).doesNotContain(LocalTime.of(12, 0), LocalTime.of(12, 30));
        assertThat(inTheWay(book(place("12:30")))).extracting(Obstacle::block).containsExactly(block.id());
        assertThat(clinic.in(() -> blocks.between(clinic.id(), THURSDAY, THURSDAY)))
                .containsExactly(block);
        assertThat(clinic.in(() -> blocks.remove(clinic.id(), block.id(), DESK)))
                .map(Block::id)
                .contains(block.id());
        var visit = booked(place("12:30"));
        assertThat(clinic.in(() -> blocks.add(clinic.id(), lunch, DESK)))
                .isInstanceOfSatisfying(
                        Blocking.InTheWay.class,
                        refused -> assertThat(refused.obstacles())
                                .extracting(Obstacle::appointment)
                                .containsExactly(visit.id()));
    }

    @Test
    void needs_a_patient_and_a_practitioner_of_the_practice() {
        assertThat(book(place("09:00"), new Who.Known(PatientId.next())))
                .isEqualTo(new Placement.NotOffered("patient"));
        var stranger = clinics.byPhone("America/New_York");
        assertThat(book(Place.at(stranger.practitioner(), clinic.location(), at("09:00"))))
                .isEqualTo(new Placement.NotOffered("practitioner"));
    }
}
