package org.needlepoint.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.needlepoint.outcomes.Course.Occasion;
import org.needlepoint.shared.Uuid7;

class APainCourseTest {
    private static final UUID VISIT = Uuid7.next();
    private static final Instant TEN = Instant.parse("2026-12-02T15:00:00Z");
    private static final Instant HALF_PAST = Instant.parse("2026-12-02T15:30:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-12-03T15:00:00Z");

    private static Score score(Moment moment, Kind kind, int nprs, Instant at) {
        return new Score(Uuid7.next(), VISIT, Instrument.NPRS, moment, kind, nprs, at);
    }

    @Test
    void puts_now_and_worst_of_one_moment_together_and_keeps_the_order_of_time() {
        var course = Course.of(List.of(
                score(Moment.AFTER, Kind.NOW, 4, HALF_PAST),
                score(Moment.BEFORE, Kind.WORST, 8, TEN),
                score(Moment.BEFORE, Kind.NOW, 6, TEN)));
        assertThat(course.occasions())
                .containsExactly(
                        new Occasion(VISIT, Moment.BEFORE, TEN, 6, 8),
                        new Occasion(VISIT, Moment.AFTER, HALF_PAST, 4, null));
    }

    @Test
    void counts_the_score_recorded_last_of_a_moment_and_forgets_no_other_kind() {
        var course = Course.of(List.of(
                score(Moment.BEFORE, Kind.NOW, 6, TEN),
                score(Moment.BEFORE, Kind.WORST, 8, TEN),
                score(Moment.BEFORE, Kind.NOW, 5, HALF_PAST)));
        assertThat(course.occasions()).containsExactly(new Occasion(VISIT, Moment.BEFORE, TEN, 5, 8));
    }

    @Test
    void lets_every_check_in_stand_for_itself() {
        var course = Course.of(
                List.of(score(Moment.CHECK_IN, Kind.NOW, 3, HALF_PAST), score(Moment.CHECK_IN, Kind.NOW, 2, NEXT_DAY)));
        assertThat(course.occasions()).extracting(Occasion::now).containsExactly(3, 2);
    }

    @Test
    void is_the_same_whatever_the_order_in_which_scores_are_read() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("needlepoint.cases", 200); i++) {
            var scores = new ArrayList<Score>();
            for (int j = 0; j < 12; j++) {
                scores.add(score(
                        List.of(Moment.values()).get(random.nextInt(3)),
                        List.of(Kind.values()).get(random.nextInt(2)),
                        random.nextInt(11),
                        TEN.plusSeconds(600L * random.nextInt(6))));
            }
            var once = Course.of(scores);
            Collections.shuffle(scores, random);
            assertThat(Course.of(scores)).as("seed %d, case %d", seed, i).isEqualTo(once);
        }
    }

    @Test
    void takes_no_score_off_the_scale_and_none_before_a_visit_that_is_not_named() {
        assertThatThrownBy(() -> score(Moment.BEFORE, Kind.NOW, 11, TEN)).hasMessage("nprs must be 0..10, was 11");
        assertThatThrownBy(() -> new Score(Uuid7.next(), null, Instrument.NPRS, Moment.BEFORE, Kind.NOW, 5, TEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_drawn_from_left_to_right_with_10_at_the_top_and_at_most_five_dates() {
        var scores = new ArrayList<Score>();
        for (int day = 0; day < 23; day++) {
            scores.add(score(Moment.CHECK_IN, Kind.NOW, day % 11, TEN.plusSeconds(86_400L * day)));
        }
        var trend = Trend.of(Course.of(scores));
        assertThat(trend.lines()).singleElement().satisfies(line -> {
            assertThat(line.dots()).extracting(TrendView.Dot::x).isSorted();
            assertThat(line.dots())
                    .allSatisfy(dot -> assertThat(dot.y()).isBetween(Trend.TOP, Trend.HEIGHT - Trend.BOTTOM));
            assertThat(line.dots().get(10).y()).isEqualTo(Trend.TOP);
            assertThat(line.dots().getFirst().y()).isEqualTo(Trend.HEIGHT - Trend.BOTTOM);
        });
        assertThat(trend.steps().stream().filter(Trend.Step::labelled)).hasSizeLessThanOrEqualTo(5);
        assertThat(trend.steps().getLast().labelled()).isTrue();
    }
}
