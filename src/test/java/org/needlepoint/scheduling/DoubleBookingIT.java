package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.CancelAppointment.Cancellation;
import org.needlepoint.scheduling.MoveAppointment.Moving;
import org.needlepoint.scheduling.UndoVisitChange.Undoing;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Nobody and nothing is booked twice at a time; the database refuses it, whatever the application believed.
@IntegrationTest
class DoubleBookingIT {
    private static final Instant NINE = Instant.parse("2026-12-03T14:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final int FULL_HOUSE = 16;
    private static final Actor STAFF = Actor.account(new UUID(7, 7));
    private static final Demographics ANA =
            new Demographics("Ana Núñez", LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH);

    @Autowired
    Clinic clinics;

    @Autowired
    PracticeFixture practices;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    UndoVisitChange undoVisitChange;

    @Autowired
    Calendar calendar;

    @Autowired
    Services services;

    @Autowired
    Patients patients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;

    @BeforeEach
    void openClinic() {
        clock.set(MovableClock.START);
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(10), Segment.needlesIn(15), Segment.handsOn(5));
    }

    private Booking book(Instant start, Who who) {
        return clinic.in(() -> bookAppointment.now(clinic.id(), clinic.at(start), who, PainReport.NONE, STAFF));
    }

    private Appointment booked(Instant start) {
        return booked(start, new Who.Guest(ANA));
    }

    private Appointment booked(Instant start, Who who) {
        var booking = book(start, who);
        assertThat(booking).isInstanceOf(Booking.Booked.class);
        return ((Booking.Booked) booking).appointment();
    }

    private long occupied(String kind) {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql("""
                        select count(*)
                          from scheduling.occupancy
                         where practice_id = :practice
                           and resource_kind = :kind
                        """)
                        .param("practice", clinic.id().value())
                        .param("kind", kind)
                        .query(Long.class)
                        .single());
    }

    private void occupy(
            String kind, UUID resource, int lane, @Nullable String role, @Nullable String reason, AppointmentId of) {
        practices.in(
                clinic.id(),
                () -> jdbc.sql("""
                        insert into scheduling.occupancy
                          (practice_id, id, resource_kind, resource_id, lane, starts_at, ends_at, appointment_id, overlap_role,
                           overlap_reason)
                        values (:practice, :id, :kind, :resource, :lane, :start, :end, :of, :role, :reason)
                        """)
                        .param("practice", clinic.id().value())
                        .param("id", Uuid7.next())
                        .param("kind", kind)
                        .param("resource", resource)
                        .param("lane", lane)
                        .param("start", OffsetDateTime.ofInstant(NINE.plusSeconds(60), ZoneOffset.UTC))
                        .param("end", OffsetDateTime.ofInstant(NINE.plusSeconds(120), ZoneOffset.UTC))
                        .param("of", of.value())
                        .param("role", role)
                        .param("reason", reason)
                        .update());
    }

    @ParameterizedTest
    @ValueSource(strings = {"practitioner", "room", "patient"})
    void the_database_refuses_an_overlap_of_each_kind_of_resource(String kind) {
        var visit = booked(NINE);
        var room = visit.room();
        assertThat(room).isNotNull();
        var resource = switch (kind) {
            case "practitioner" -> visit.practitioner().value();
            case "room" -> room == null ? new UUID(0, 0) : room.value();
            default -> visit.patient().value();
        };
        assertThatThrownBy(() -> occupy(kind, resource, 0, null, null, visit.id()))
                .hasMessageContaining("no_double_booking");
    }

    @Test
    void a_deliberate_overlap_of_a_practitioner_lies_on_its_own_lane_with_role_and_reason() {
        var visit = booked(NINE);
        occupy("practitioner", visit.practitioner().value(), 1, "front-desk", "urgent", visit.id());
        assertThat(occupied("practitioner")).isEqualTo(3);
        assertThatThrownBy(() -> occupy("practitioner", visit.practitioner().value(), 2, null, null, visit.id()))
                .hasMessageContaining("occupancy");
        assertThatThrownBy(() -> occupy("patient", visit.patient().value(), 1, "front-desk", "urgent", visit.id()))
                .hasMessageContaining("occupancy");
    }

    @Test
    void needles_in_free_the_practitioner_and_hold_room_and_patient_throughout() {
        booked(NINE);
        assertThat(occupied("practitioner")).isEqualTo(2);
        assertThat(occupied("room")).isEqualTo(1);
        assertThat(occupied("patient")).isEqualTo(1);
    }

    @Test
    void without_a_free_room_a_time_is_taken_and_alternatives_are_free() {
        booked(NINE);
        var refused = book(NINE, new Who.Guest(ANA));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Booking.Taken.class,
                        taken -> assertThat(taken.alternatives())
                                .extracting(opening -> opening.start().toInstant())
                                .containsExactly(NINE.plusSeconds(1800), TEN, TEN.plusSeconds(1800)));
    }

    @Test
    void a_patient_is_not_in_two_places_at_once() {
        clinic = clinics.byPhone("America/New_York");
        var visit = booked(NINE);
        var other = clinic.in(() -> clinics.practitioner(clinic.id(), clinic.location()));
        var refused = clinic.in(() -> {
            clinics.offerAlso(clinic, other);
            return bookAppointment.now(
                    clinic.id(),
                    new BookAppointment.Wish(clinic.service(), other, clinic.location(), NINE),
                    new Who.Known(visit.patient()),
                    PainReport.NONE,
                    STAFF);
        });
        assertThat(refused).isInstanceOf(Booking.PatientBusy.class);
    }

    @Test
    void a_patient_of_another_practice_is_unknown() {
        assertThat(book(NINE, new Who.Known(PatientId.next()))).isEqualTo(new Booking.NotOffered("patient"));
    }

    @Test
    void a_moved_visit_frees_its_old_time_and_keeps_its_history() {
        var visit = booked(NINE);
        var moving = clinic.in(() -> moveAppointment.move(
                clinic.id(), visit.id(), 0, clinic.practitioner(), clinic.location(), TEN, Actor.GUEST));
        assertThat(moving).isInstanceOfSatisfying(Moving.Moved.class, moved -> {
            assertThat(moved.appointment().startsAt()).isEqualTo(TEN);
            assertThat(moved.appointment().version()).isEqualTo(1);
            assertThat(moved.late()).isTrue();
        });
        booked(NINE);
        assertThat(history(visit.id())).isEqualTo(2);
    }

    @Test
    void a_visit_moves_into_a_time_that_overlaps_its_own() {
        var visit = booked(NINE);
        var start = NINE.plusSeconds(1800);
        assertThat(clinic.in(() -> moveAppointment.move(
                        clinic.id(), visit.id(), 0, clinic.practitioner(), clinic.location(), start, STAFF)))
                .isInstanceOf(Moving.Moved.class);
    }

    @Test
    void a_visit_that_cannot_move_stays_where_it_was() {
        var visit = booked(NINE);
        booked(TEN);
        assertThat(clinic.in(() -> moveAppointment.move(
                        clinic.id(), visit.id(), 0, clinic.practitioner(), clinic.location(), TEN, STAFF)))
                .isInstanceOf(Moving.Taken.class);
        assertThat(clinic.in(() -> calendar.find(clinic.id(), visit.id()))).contains(visit);
        assertThat(book(NINE, new Who.Guest(ANA))).isInstanceOf(Booking.Taken.class);
    }

    @Test
    void a_form_with_an_old_version_changes_nothing() {
        var visit = booked(NINE);
        assertThat(clinic.in(() -> moveAppointment.move(
                        clinic.id(), visit.id(), 7, clinic.practitioner(), clinic.location(), TEN, STAFF)))
                .isInstanceOf(Moving.ChangedMeanwhile.class);
        assertThat(clinic.in(
                        () -> cancelAppointment.cancel(clinic.id(), visit.id(), 7, CancelReason.PATIENT_ASKED, STAFF)))
                .isInstanceOf(Cancellation.ChangedMeanwhile.class);
    }

    @Test
    void a_cancelled_visit_frees_its_time_and_is_restored_while_that_is_free() {
        var visit = booked(NINE);
        var cancelled = clinic.in(
                () -> cancelAppointment.cancel(clinic.id(), visit.id(), 0, CancelReason.PATIENT_ASKED, Actor.GUEST));
        assertThat(cancelled).isInstanceOf(Cancellation.Cancelled.class);
        assertThat(occupied("practitioner") + occupied("room") + occupied("patient"))
                .isZero();
        assertThat(clinic.in(() -> undoVisitChange.undo(clinic.id(), visit.id(), 1, STAFF)))
                .isInstanceOf(Undoing.Undone.class);
        assertThat(book(NINE, new Who.Guest(ANA))).isInstanceOf(Booking.Taken.class);
        assertThat(history(visit.id())).isEqualTo(3);
    }

    @Test
    void a_cancelled_visit_is_not_restored_over_another() {
        var visit = booked(NINE);
        clinic.in(() -> cancelAppointment.cancel(clinic.id(), visit.id(), 0, CancelReason.WEATHER, STAFF));
        var other = booked(NINE);
        assertThat(clinic.in(() -> undoVisitChange.undo(clinic.id(), visit.id(), 1, STAFF)))
                .isInstanceOfSatisfying(
                        Undoing.InTheWay.class,
                        refused -> assertThat(refused.obstacles())
                                .extracting(Obstacle::appointment)
                                .containsOnly(other.id()));
    }

    @Test
    void a_guest_never_becomes_an_existing_chart() {
        var first = booked(NINE).patient();
        var second = booked(TEN).patient();
        assertThat(second).isNotEqualTo(first);
        assertThat(clinic.in(() -> patients.find(clinic.id(), second)))
                .hasValueSatisfying(
                        patient -> assertThat(patient.awaitsConfirmation()).isTrue());
    }

    @Test
    void those_who_want_the_same_time_of_many_rooms_all_get_one() throws InterruptedException {
        clinic = clinics.withPairs("America/New_York", LocalDate.of(2026, 12, 3), FULL_HOUSE);
        var practitioners = clinic.in(() -> services.offers(clinic.id())).stream()
                .map(Offer::practitioner)
                .toList();
        var booked = new ConcurrentLinkedQueue<Booking>();
        try (var threads = Executors.newFixedThreadPool(FULL_HOUSE)) {
            practitioners.forEach(practitioner -> threads.execute(() -> booked.add(clinic.in(() -> bookAppointment.now(
                    clinic.id(),
                    new BookAppointment.Wish(clinic.service(), practitioner, clinic.location(), NINE),
                    new Who.Guest(ANA),
                    PainReport.NONE,
                    STAFF)))));
        }
        assertThat(booked).hasSize(FULL_HOUSE).hasOnlyElementsOfType(Booking.Booked.class);
        assertThat(occupied("room")).isEqualTo(FULL_HOUSE);
    }

    @Test
    void the_day_list_holds_the_visits_of_the_local_date() {
        booked(NINE);
        booked(TEN);
        assertThat(clinic.in(() -> calendar.day(clinic.id(), LocalDate.of(2026, 12, 3))))
                .extracting(line -> line.appointment().startsAt(), Calendar.Line::patient, Calendar.Line::practitioner)
                .containsExactly(tuple(NINE, "Ana Núñez", "Robin Hale"), tuple(TEN, "Ana Núñez", "Robin Hale"));
        assertThat(clinic.in(() -> calendar.day(clinic.id(), LocalDate.of(2026, 12, 4))))
                .isEmpty();
    }

    private long history(AppointmentId id) {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql("""
                        select count(*)
                          from scheduling.appointment_history
                         where practice_id = :practice
                           and appointment_id = :id
                        """)
                        .param("practice", clinic.id().value())
                        .param("id", id.value())
                        .query(Long.class)
                        .single());
    }
}
