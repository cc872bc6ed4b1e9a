package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.frontdoor.web.Guest.inputs;
import static org.needlepoint.frontdoor.web.Guest.openings;
import static org.needlepoint.frontdoor.web.Guest.typed;
import static org.needlepoint.frontdoor.web.Guest.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody else is quicker, or the time kept runs out, while a form is filled in.
@IntegrationTest
class ATimeThatGoesIT {
    private static final Map<String, String> DRAWING =
            Map.of("mark", "lumbar:R", "intensity-lumbar-R", "7", "answer-first-back-pain-older", "unsure");

    @Autowired
    Clinic clinics;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;

    @BeforeEach
    void openAPractice() {
        clinic = clinics.byPhone("America/New_York");
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private static Map<String, String> everything(String name) {
        var fields = typed(name);
        fields.putAll(DRAWING);
        return fields;
    }

    private static List<Answer> together(Callable<Answer> one, Callable<Answer> other)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            var second = threads.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        }
    }

    @Test
    void of_two_browsers_at_one_moment_one_wins_and_the_other_goes_on_with_everything_typed() throws Exception {
        var ada = new Guest(port, clinic);
        var bo = new Guest(port, clinic);
        var opening = ada.openings().getFirst();
        var answers = together(
                () -> ada.hold(opening, everything("Ada First")), () -> bo.hold(opening, everything("Bo Second")));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);

        boolean adaWon = answers.getFirst().status() == 200;
        var winner = adaWon ? ada : bo;
        var loser = adaWon ? bo : ada;
        var kept = everything(adaWon ? "Bo Second" : "Ada First");
        var won = answers.get(adaWon ? 0 : 1);
        var lost = answers.get(adaWon ? 1 : 0);

        assertThat(winner.post("/book/details", inputs(won)).status()).isEqualTo(303);
        assertThat(lost.body()).contains("Somebody else was quicker", "What you typed is kept", "Emergency?");
        assertThat(inputs(lost)).containsAllEntriesOf(kept);
        assertThat(openings(lost)).isNotEmpty().doesNotContain(opening);

        var next = loser.post(
                "/book/hold", with(inputs(lost), "opening", openings(lost).getFirst()));
        assertThat(next.status()).isEqualTo(200);
        assertThat(inputs(next)).containsAllEntriesOf(kept);
        assertThat(loser.post("/book/details", inputs(next)).status()).isEqualTo(303);
    }

    @Test
    void a_time_no_longer_kept_is_said_kindly_and_what_was_typed_goes_on_to_the_same_time() {
        var ada = new Guest(port, clinic);
        var opening = ada.openings().getLast();
        var details = ada.hold(opening, DRAWING);
        clock.advance(Duration.ofMinutes(16));
        var late = ada.post("/book/details", with(inputs(details), pairs(typed("Ada Slow"))));
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.body()).contains("The time we kept has run out", "What you typed is kept", "Emergency?");
        assertThat(inputs(late)).containsAllEntriesOf(everything("Ada Slow"));
        assertThat(openings(late)).contains(opening);
        var again = ada.post("/book/hold", with(inputs(late), "opening", opening));
        assertThat(ada.post("/book/details", inputs(again)).status()).isEqualTo(303);
    }

    @Test
    void a_time_no_longer_kept_that_somebody_else_has_booked_is_not_offered_again() {
        var ada = new Guest(port, clinic);
        var opening = ada.openings().getLast();
        var details = ada.hold(opening, DRAWING);
        clock.advance(Duration.ofMinutes(16));
        assertThat(new Guest(port, clinic).book(opening, typed("Bo Quick")).status())
                .isEqualTo(303);
        var late = ada.post("/book/details", with(inputs(details), pairs(typed("Ada Slow"))));
        assertThat(late.status()).isEqualTo(410);
        assertThat(openings(late)).isNotEmpty().doesNotContain(opening);
        assertThat(inputs(late)).containsAllEntriesOf(everything("Ada Slow"));
        assertThat(late.body()).doesNotContain("Bo Quick");
    }

    private static String[] pairs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }
}
