package org.needlepoint.scheduling.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.scheduling.waiting.WaitingList.Joining;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/// Nobody takes more of the list than their share, neither by many wishes nor by silence.
@IntegrationTest
class FairnessOfTheWaitingListIT {
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 24);

    @Autowired
    Clinic clinics;

    @Autowired
    WaitingList list;

    @Autowired
    AnswerOffer answers;

    @Autowired
    JobRunner jobs;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;

    @BeforeEach
    void openAClinic() {
        clock.set(MovableClock.START);
        clinic = clinics.byPhone("America/New_York");
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(MovableClock.START);
    }

    private static Who guest(String name) {
        return new Who.Guest(new Demographics(name, LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH));
    }

    private Joining join(String name, Set<DayOfWeek> days, LocalTime earliest, @Nullable String client) {
        var wanted = new Wanted(clinic.service(), null, null, days, earliest, LocalTime.of(16, 0), CHRISTMAS, 1);
        return clinic.in(() -> list.join(clinic.id(), guest(name), wanted, client, Actor.GUEST));
    }

    /// A wish that nothing fits: the practice is closed on Sundays.
    private Joining waitsInVain(String client) {
        return join("Ben Ortiz", Set.of(DayOfWeek.SUNDAY), LocalTime.of(10, 0), client);
    }

    /// A wish that any opening fits.
    private WishId waitsForAnything() {
        var joining = join("Zelda Quist", EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), "a client");
        jobs.runDue();
        return ((Joining.Joined) joining).id();
    }

    private List<WaitingList.Line> lines() {
        return clinic.in(() -> list.waiting(clinic.id()));
    }

    private @Nullable OfferedOpening offer(WishId wish) {
        return lines().stream()
                .filter(line -> line.wish().id().equals(wish))
                .findFirst()
                .map(WaitingList.Line::offer)
                .orElse(null);
    }

    private OfferedOpening offered(WishId wish) {
        return Objects.requireNonNull(offer(wish), "nothing is offered to " + wish);
    }

    private void nobodyAnswers() {
        clock.advance(Duration.ofHours(2));
        jobs.runDue();
    }

    @Test
    void lets_the_next_join_when_the_wishes_of_a_client_have_run_out() {
        for (int i = 0; i < WaitingList.MOST_PER_CLIENT; i++) {
            assertThat(waitsInVain("a client")).isInstanceOf(Joining.Joined.class);
        }
        assertThat(waitsInVain("a client")).isInstanceOf(Joining.TooMany.class);
        clock.advance(Duration.ofDays(40));
        var later = new Wanted(
                clinic.service(),
                null,
                null,
                Set.of(DayOfWeek.SUNDAY),
                LocalTime.of(10, 0),
                LocalTime.of(16, 0),
                CHRISTMAS.plusDays(60),
                1);
        assertThat(clinic.in(() -> list.join(clinic.id(), guest("Eve Stone"), later, "a client", Actor.GUEST)))
                .isInstanceOf(Joining.Joined.class);
    }

    @Test
    void keeps_its_limit_when_a_client_asks_many_times_at_once() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 24).forEach(_ -> threads.execute(() -> waitsInVain("a client")));
        }
        assertThat(lines()).hasSize(WaitingList.MOST_PER_CLIENT);
    }

    @Test
    void asks_no_more_after_two_offers_without_an_answer() {
        var wish = waitsForAnything();
        var first = offered(wish).startsAt();
        nobodyAnswers();
        assertThat(offered(wish).startsAt()).isAfter(first);
        nobodyAnswers();
        assertThat(offer(wish)).as("a third time is not kept from others").isNull();
        clock.advance(Duration.ofHours(3));
        jobs.runDue();
        assertThat(offer(wish)).isNull();
    }

    @Test
    void asks_again_whoever_answers_in_between() {
        var wish = waitsForAnything();
        nobodyAnswers();
        var second = offered(wish);
        clinic.in(() -> answers.decline(clinic.id(), second.id(), false, Actor.GUEST));
        jobs.runDue();
        nobodyAnswers();
        assertThat(offer(wish))
                .as("one offer without an answer since the last answer")
                .isNotNull();
    }

    @Test
    void offers_another_time_at_once_when_the_only_room_went_to_somebody_else() {
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(30));
        clinic.in(() -> {
            clinics.offerAlso(clinic, clinics.practitioner(clinic.id(), clinic.location()));
            return true;
        });
        var tenOrLater = EnumSet.of(DayOfWeek.THURSDAY);
        join("Ana Ruiz", tenOrLater, LocalTime.of(10, 0), null);
        join("Ben Ortiz", tenOrLater, LocalTime.of(10, 0), null);
        jobs.runDue();
        assertThat(lines())
                .extracting(WaitingList.Line::offer)
                .doesNotContainNull()
                .hasSize(2);
        assertThat(lines().stream()
                        .map(line -> Objects.requireNonNull(line.offer()).startsAt())
                        .distinct())
                .hasSize(2);
    }
}
