package org.needlepoint.scheduling.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.HoldOpening;
import org.needlepoint.scheduling.MoveAppointment;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.waiting.AnswerOffer.Answer;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A time that comes free is offered to whoever waits longest, kept for their answer, then to the next.
@IntegrationTest
class WaitingForATimeIT {
    private static final Actor STAFF = Actor.account(new UUID(7, 7));
    private static final Instant THURSDAY_TEN = Instant.parse("2026-12-03T15:00:00Z");
    private static final LocalTime TEN = LocalTime.of(10, 0);

    @Autowired
    Clinic clinics;

    @Autowired
    WaitingList list;

    @Autowired
    AnswerOffer answers;

    @Autowired
    OfferOpenings offerOpenings;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    HoldOpening holdOpening;

    @Autowired
    Patients patients;

    @Autowired
    JobRunner jobs;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;
    private Appointment anas;

    @BeforeEach
    void anaHasTheOnlyTimeThatOthersWant() {
        clock.set(MovableClock.START);
        clinic = clinics.byPhone("America/New_York");
        anas = book(patient("Ana Ruiz"), THURSDAY_TEN);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(MovableClock.START);
    }

    private PatientId patient(String name) {
        var who = new Demographics(name, LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH);
        return clinic.in(() -> patients.register(clinic.id(), who, Actor.SYSTEM));
    }

    private BookAppointment.Wish at(Instant start) {
        return new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), start);
    }

    private Appointment book(PatientId patient, Instant start) {
        var booking = clinic.in(
                () -> bookAppointment.now(clinic.id(), at(start), new Who.Known(patient), PainReport.NONE, STAFF));
        return ((Booking.Booked) booking).appointment();
    }

    private WishId waits(String name) {
        return waits(patient(name), 1);
    }

    /// For Thursday at ten and nothing else.
    private WishId waits(PatientId patient, int noticeHours) {
        var wanted = new Wanted(
                clinic.service(),
                null,
                null,
                Set.of(DayOfWeek.THURSDAY),
                TEN,
                TEN,
                LocalDate.of(2026, 12, 3),
                noticeHours);
        var joining = clinic.in(() -> list.join(clinic.id(), new Who.Known(patient), wanted, null, STAFF));
        var wish = ((WaitingList.Joining.Joined) joining).id();
        clock.advance(Duration.ofSeconds(1));
        jobs.runDue();
        return wish;
    }

    private void anaCancels() {
        clinic.in(() -> cancelAppointment.cancel(
                clinic.id(), anas.id(), anas.version(), CancelReason.PATIENT_ILL, Actor.GUEST));
        newsArrives();
    }

    private void newsArrives() {
        await().until(() -> practices.in(
                        clinic.id(),
                        () -> jdbc.sql("""
                                select count(*)
                                  from platform.event_publication
                                 where completion_date is null
                                   and serialized_event like :practice
                                """)
                                .param("practice", "%" + clinic.id() + "%")
                                .query(Long.class)
                                .single())
                == 0);
        jobs.runDue();
    }

    private @Nullable OfferedOpening offer(WishId wish) {
        return clinic.in(() -> list.waiting(clinic.id())).stream()
                .filter(line -> line.wish().id().equals(wish))
                .findFirst()
                .map(WaitingList.Line::offer)
                .orElse(null);
    }

    private OfferedOpening offered(WishId wish) {
        return Objects.requireNonNull(offer(wish), "nothing is offered to " + wish);
    }

    private Answer accept(OfferedOpening offer) {
        return clinic.in(() -> answers.accept(clinic.id(), offer.id(), Actor.GUEST));
    }

    @Test
    void brings_no_offer_as_long_as_nothing_is_free() {
        assertThat(offer(waits("Ben Ortiz"))).isNull();
    }

    @Test
    void brings_the_freed_time_to_whoever_waits_longest_for_two_hours() {
        var ben = waits("Ben Ortiz");
        var eve = waits("Eve Stone");
        anaCancels();
        var offer = offered(ben);
        assertThat(offer.startsAt()).isEqualTo(THURSDAY_TEN);
        assertThat(offer.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(offer(eve)).isNull();
    }

    @Test
    void keeps_the_time_from_everybody_else_meanwhile() {
        waits("Ben Ortiz");
        anaCancels();
        assertThat(clinic.in(() -> holdOpening.hold(
                        clinic.id(), clinic.service(), clinic.practitioner(), clinic.location(), THURSDAY_TEN, "x")))
                .isInstanceOf(HoldOpening.Holding.Taken.class);
    }

    @Test
    void ends_with_a_visit_when_the_offer_is_taken() {
        var ben = waits("Ben Ortiz");
        anaCancels();
        var offer = offered(ben);
        assertThat(accept(offer)).isInstanceOfSatisfying(Answer.Accepted.class, accepted -> {
            assertThat(accepted.appointment().startsAt()).isEqualTo(THURSDAY_TEN);
            assertThat(accepted.appointment().patient()).isEqualTo(offer.patient());
        });
        assertThat(clinic.in(() -> list.waiting(clinic.id()))).isEmpty();
        assertThat(accept(offer))
                .isInstanceOfSatisfying(
                        Answer.Over.class,
                        over -> assertThat(over.offer().state()).isEqualTo(OfferedOpening.State.ACCEPTED));
    }

    @Test
    void goes_to_the_next_when_nobody_answers_in_time() {
        var ben = waits("Ben Ortiz");
        var eve = waits("Eve Stone");
        anaCancels();
        var first = offered(ben);
        clock.advance(Duration.ofHours(2));
        jobs.runDue();
        assertThat(offer(ben)).as("asked once about one time").isNull();
        assertThat(offered(eve).startsAt()).isEqualTo(THURSDAY_TEN);
        assertThat(accept(first))
                .isInstanceOfSatisfying(
                        Answer.Over.class,
                        over -> assertThat(over.offer().state()).isEqualTo(OfferedOpening.State.EXPIRED));
        assertThat(accept(offered(eve))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void goes_to_the_next_when_the_first_declines_and_keeps_waiting_for_another_time() {
        var ben = waits("Ben Ortiz");
        var eve = waits("Eve Stone");
        anaCancels();
        var first = offered(ben);
        assertThat(clinic.in(() -> answers.decline(clinic.id(), first.id(), false, Actor.GUEST)))
                .isEqualTo(new Answer.Declined(false));
        jobs.runDue();
        assertThat(offered(eve).startsAt()).isEqualTo(THURSDAY_TEN);
        assertThat(clinic.in(() -> list.waiting(clinic.id())))
                .extracting(line -> line.wish().id())
                .containsExactly(ben, eve);
    }

    @Test
    void ends_for_who_declines_and_wants_to_wait_no_longer() {
        var ben = waits("Ben Ortiz");
        anaCancels();
        var offer = offered(ben);
        clinic.in(() -> answers.decline(clinic.id(), offer.id(), true, Actor.GUEST));
        assertThat(clinic.in(() -> list.waiting(clinic.id()))).isEmpty();
    }

    @Test
    void frees_what_was_kept_when_the_desk_takes_somebody_off_the_list() {
        var ben = waits("Ben Ortiz");
        anaCancels();
        var offer = offered(ben);
        assertThat(clinic.in(() -> list.withdraw(clinic.id(), ben, STAFF))).isTrue();
        assertThat(clinic.in(() -> list.withdraw(clinic.id(), ben, STAFF))).isFalse();
        assertThat(accept(offer)).isInstanceOf(Answer.Over.class);
        assertThat(book(patient("Eve Stone"), THURSDAY_TEN).startsAt()).isEqualTo(THURSDAY_TEN);
    }

    @Test
    void brings_a_time_that_was_freed_by_a_move_too() {
        var ben = waits("Ben Ortiz");
        clinic.in(() -> moveAppointment.move(
                clinic.id(),
                anas.id(),
                anas.version(),
                clinic.practitioner(),
                clinic.location(),
                THURSDAY_TEN.plus(Duration.ofHours(1)),
                STAFF));
        newsArrives();
        assertThat(offered(ben).startsAt()).isEqualTo(THURSDAY_TEN);
    }

    @Test
    void skips_who_would_know_too_late() {
        var hurried = waits(patient("Ben Ortiz"), 48);
        var eve = waits("Eve Stone");
        anaCancels();
        assertThat(offer(hurried)).isNull();
        assertThat(offered(eve).startsAt()).isEqualTo(THURSDAY_TEN);
    }

    @Test
    void tells_nobody_at_night() {
        var ben = waits("Ben Ortiz");
        clock.set(Instant.parse("2026-12-03T04:00:00Z"));
        anaCancels();
        var offer = offered(ben);
        assertThat(offer.tellAt()).isEqualTo(Instant.parse("2026-12-03T13:00:00Z"));
        assertThat(offer.expiresAt()).isEqualTo(Instant.parse("2026-12-03T14:00:00Z"));
    }

    @Test
    void asks_one_person_however_many_look_at_the_list_at_once() {
        waits("Ben Ortiz");
        waits("Eve Stone");
        clinic.in(() -> cancelAppointment.cancel(
                clinic.id(), anas.id(), anas.version(), CancelReason.PATIENT_ILL, Actor.GUEST));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(_ -> threads.execute(() -> clinic.in(() -> {
                        offerOpenings.run(clinic.id(), clinic.id().value());
                        return true;
                    })));
        }
        assertThat(clinic.in(() -> list.waiting(clinic.id())).stream().filter(line -> line.offer() != null))
                .hasSize(1);
    }

    @Test
    void refuses_what_nobody_offers_and_floods() {
        var wanted = new Wanted(
                clinic.service(),
                new PractitionerId(new UUID(0, 1)),
                null,
                Set.of(DayOfWeek.MONDAY),
                TEN,
                TEN,
                LocalDate.of(2026, 12, 31),
                0);
        var ben = new Who.Known(patient("Ben Ortiz"));
        assertThat(clinic.in(() -> list.join(clinic.id(), ben, wanted, null, STAFF)))
                .isEqualTo(new WaitingList.Joining.NotOffered("practitioner"));
        var anybody = new Wanted(
                clinic.service(), null, null, Set.of(DayOfWeek.SUNDAY), TEN, TEN, LocalDate.of(2026, 12, 31), 0);
        for (int i = 0; i < WaitingList.MOST_PER_CLIENT; i++) {
            clinic.in(() -> list.join(clinic.id(), ben, anybody, "a client", Actor.GUEST));
        }
        assertThat(clinic.in(() -> list.join(clinic.id(), ben, anybody, "a client", Actor.GUEST)))
                .isEqualTo(new WaitingList.Joining.TooMany(WaitingList.MOST_PER_CLIENT));
    }

    @Test
    void lists_those_who_wait_in_the_order_in_which_they_came() {
        var wishes = List.of(waits("Ben Ortiz"), waits("Eve Stone"), waits("Kim Park"));
        assertThat(clinic.in(() -> list.waiting(clinic.id())))
                .extracting(line -> line.wish().id())
                .isEqualTo(wishes);
    }
}
