package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.MoveVisitOn.Progress;
import org.needlepoint.scheduling.UndoVisitChange.Undoing;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/// A visit to which nobody came: the rest of its time is free for others, what was planned stays on record, and
/// it comes back while its time is free.
@IntegrationTest
class NobodyCameIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);
    private static final Actor DESK = Actor.account(new UUID(7, 7));
    private static final Overlap ON_PURPOSE = new Overlap(Overlap.Role.FITTED_IN, "in pain, seen in between");

    @Autowired
    Clinic clinics;

    @Autowired
    PlaceAppointment placeAppointment;

    @Autowired
    MoveVisitOn moveVisitOn;

    @Autowired
    UndoVisitChange undoVisitChange;

    @Autowired
    Rooms rooms;

    @Autowired
    Blocks blocks;

    @Autowired
    Calendar calendar;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;

    @BeforeEach
    void openClinic() {
        clock.set(MovableClock.START);
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(60));
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private static Instant at(String time) {
        return THURSDAY.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
    }

    private static Who somebody(String name) {
        return new Who.Guest(new Demographics(name, LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH));
    }

    private Placement book(Who who, String time, int minutes, @Nullable Overlap overlap) {
        var place = new Place(clinic.practitioner(), clinic.location(), at(time), minutes, null, overlap, false);
        return clinic.in(() -> placeAppointment.book(clinic.id(), clinic.service(), who, place, DESK));
    }

    private Appointment booked(String name, String time, int minutes) {
        return placed(book(somebody(name), time, minutes, null));
    }

    private static Appointment placed(Placement placement) {
        assertThat(placement).isInstanceOf(Placement.Placed.class);
        return ((Placement.Placed) placement).appointment();
    }

    private Progress set(Appointment visit, Status status) {
        return clinic.in(() -> moveVisitOn.to(clinic.id(), visit.id(), status, DESK));
    }

    private Appointment now(Progress progress) {
        assertThat(progress).isInstanceOf(Progress.Now.class);
        return ((Progress.Now) progress).appointment();
    }

    private Undoing undo(Appointment visit) {
        return clinic.in(() -> undoVisitChange.undo(clinic.id(), visit.id(), visit.version(), DESK));
    }

    private static List<Obstacle> inTheWay(Undoing undoing) {
        assertThat(undoing).isInstanceOf(Undoing.InTheWay.class);
        return ((Undoing.InTheWay) undoing).obstacles();
    }

    @Test
    void gives_what_lies_ahead_free_and_what_has_passed_not() {
        var missed = booked("Ana Ruiz", "09:00", 60);
        clock.set(at("09:20").plusSeconds(42));
        now(set(missed, Status.NO_SHOW));
        assertThat(book(somebody("Bo Lind"), "09:15", 30, null)).isInstanceOf(Placement.InTheWay.class);
        placed(book(somebody("Bo Lind"), "09:20", 40, null));
    }

    @Test
    void keeps_its_planned_time_on_record_and_its_place_in_the_days_list() {
        var visit = booked("Ana Ruiz", "09:00", 60);
        clock.set(at("09:20"));
        var missed = now(set(visit, Status.NO_SHOW));
        assertThat(missed.startsAt()).isEqualTo(visit.startsAt());
        assertThat(missed.endsAt()).isEqualTo(visit.endsAt());
        assertThat(clinic.in(() -> calendar.day(clinic.id(), THURSDAY)))
                .extracting(line -> line.appointment().id())
                .containsExactly(visit.id());
    }

    @Test
    void lets_the_patient_come_later_the_same_hour() {
        var missed = booked("Ana Ruiz", "09:00", 60);
        clock.set(at("09:20"));
        now(set(missed, Status.NO_SHOW));
        var later = placed(book(new Who.Known(missed.patient()), "09:30", 30, null));
        assertThat(clinic.in(() -> calendar.day(clinic.id(), THURSDAY)))
                .extracting(
                        line -> line.appointment().id(),
                        line -> line.appointment().status())
                .containsExactly(tuple(missed.id(), Status.NO_SHOW), tuple(later.id(), Status.BOOKED));
    }

    @Test
    void takes_its_whole_time_again_when_that_is_undone() {
        var visit = booked("Ana Ruiz", "09:00", 60);
        clock.set(at("09:20"));
        var back = ((Undoing.Undone) undo(now(set(visit, Status.NO_SHOW)))).appointment();
        assertThat(back.status()).isEqualTo(Status.BOOKED);
        assertThat(back.room()).isEqualTo(visit.room());
        assertThat(book(somebody("Bo Lind"), "09:30", 30, null)).isInstanceOf(Placement.InTheWay.class);
        var gone = ((Undoing.Undone) undo(back)).appointment();
        assertThat(gone.status()).as("undone once more").isEqualTo(Status.NO_SHOW);
        placed(book(somebody("Bo Lind"), "09:30", 30, null));
    }

    @Test
    void stays_missed_and_names_who_has_its_time_now() {
        var missed = booked("Ana Ruiz", "09:00", 60);
        clock.set(at("09:20"));
        var noShow = now(set(missed, Status.NO_SHOW));
        var walkIn = booked("Bo Lind", "09:20", 40);
        assertThat(inTheWay(undo(noShow))).extracting(Obstacle::appointment).containsOnly(walkIn.id());
        assertThat(set(missed, Status.ARRIVED)).isInstanceOf(Progress.InTheWay.class);
        assertThat(now(set(missed, Status.NO_SHOW)).status()).isEqualTo(Status.NO_SHOW);
    }

    @Test
    void stays_missed_when_the_time_is_kept_free_now() {
        var missed = booked("Ana Ruiz", "09:00", 60);
        clock.set(at("09:20"));
        var noShow = now(set(missed, Status.NO_SHOW));
        var lunch = new Blocks.Wanted(
                Block.Kind.PRACTITIONER,
                clinic.practitioner().value(),
                THURSDAY.atTime(9, 30),
                THURSDAY.atTime(10, 0),
                NEW_YORK,
                "a call");
        assertThat(clinic.in(() -> blocks.add(clinic.id(), lunch, DESK))).isInstanceOf(Blocking.Blocked.class);
        assertThat(inTheWay(undo(noShow))).extracting(Obstacle::block).doesNotContainNull();
    }

    @Test
    void takes_another_room_when_its_own_is_taken() {
        var secondRoom = clinic.in(() -> rooms.add(clinic.id(), clinic.location(), "Room 2", 2));
        var missed = booked("Ana Ruiz", "09:00", 60);
        clock.set(at("09:20"));
        var noShow = now(set(missed, Status.NO_SHOW));
        var cleaning = new Blocks.Wanted(
                Block.Kind.ROOM,
                Objects.requireNonNull(missed.room()).value(),
                THURSDAY.atTime(9, 30),
                THURSDAY.atTime(10, 0),
                NEW_YORK,
                "cleaning");
        assertThat(clinic.in(() -> blocks.add(clinic.id(), cleaning, DESK))).isInstanceOf(Blocking.Blocked.class);
        var back = ((Undoing.Undone) undo(noShow)).appointment();
        assertThat(back.room()).isEqualTo(secondRoom);
        var again = ((Undoing.Undone) undo(back)).appointment();
        assertThat(again.status()).isEqualTo(Status.NO_SHOW);
    }

    @Test
    void gives_a_lane_of_its_own_free_and_takes_one_again() {
        booked("Cam Otis", "09:00", 60);
        clinic.in(() -> rooms.add(clinic.id(), clinic.location(), "Room 2", 2));
        clinic.in(() -> rooms.add(clinic.id(), clinic.location(), "Room 3", 3));
        var fitted = placed(book(somebody("Ana Ruiz"), "09:00", 30, ON_PURPOSE));
        clock.set(at("09:10"));
        var missed = now(set(fitted, Status.NO_SHOW));
        var back = ((Undoing.Undone) undo(missed)).appointment();
        assertThat(back.status()).isEqualTo(Status.BOOKED);
        assertThat(book(somebody("Bo Lind"), "09:30", 30, null))
                .as("everybody's lane is as taken as before")
                .isInstanceOf(Placement.InTheWay.class);
    }

    @Test
    void may_be_said_before_its_time_and_then_all_of_it_is_free() {
        var missed = booked("Ana Ruiz", "09:00", 60);
        clock.set(at("08:40"));
        assertThat(book(somebody("Bo Lind"), "09:00", 60, null))
                .as("while it is booked")
                .isInstanceOf(Placement.InTheWay.class);
        now(set(missed, Status.NO_SHOW));
        var instead = placed(book(somebody("Bo Lind"), "09:00", 60, null));
        assertThat(instead.startsAt()).isEqualTo(missed.startsAt());
        assertThat(instead.room()).isEqualTo(missed.room());
    }

    @Test
    void keeps_its_time_when_it_ends_early() {
        var visit = booked("Ana Ruiz", "09:00", 60);
        clock.set(at("09:20"));
        now(set(visit, Status.COMPLETED));
        assertThat(book(somebody("Bo Lind"), "09:30", 30, null)).isInstanceOf(Placement.InTheWay.class);
    }

    /// The constraint has the last word, and whoever comes second is told.
    @Test
    void gives_its_time_to_one_of_two_who_want_it_at_once() {
        for (int round = 0; round < 8; round++) {
            clock.set(MovableClock.START);
            clinic = clinics.inPerson("America/New_York", Segment.handsOn(60));
            var missed = booked("Ana Ruiz", "09:00", 60);
            clock.set(at("09:20"));
            var noShow = now(set(missed, Status.NO_SHOW));
            var id = clinic.id();
            var undone = CompletableFuture.supplyAsync(
                    () -> PracticeScope.in(id, () -> undoVisitChange.undo(id, noShow.id(), noShow.version(), DESK)));
            var walkIn = book(somebody("Bo Lind"), "09:20", 40, null);
            assertThat(undone.join() instanceof Undoing.Undone)
                    .as("one of them, and not both")
                    .isNotEqualTo(walkIn instanceof Placement.Placed);
        }
    }
}
