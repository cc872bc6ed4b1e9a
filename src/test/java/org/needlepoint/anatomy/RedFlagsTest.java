package org.needlepoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.RedFlags.Answer;

/// Clinic rule C2.
class RedFlagsTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final RedFlags RED_FLAGS = new RedFlags(KNOWLEDGE);

    @Test
    void asks_at_most_five_questions_for_any_zone_and_age_the_most_urgent_first() {
        for (var zone : KNOWLEDGE.zones()) {
            for (var age = 0; age <= 100; age += 5) {
                assertThat(RED_FLAGS.questionsFor(List.of(zone.id()), age))
                        .hasSizeBetween(1, 5)
                        .doesNotHaveDuplicates()
                        .isSortedAccordingTo((one, other) -> one.level().compareTo(other.level()));
            }
        }
    }

    @Test
    void never_leaves_out_an_urgent_question_for_a_single_zone() {
        for (var zone : KNOWLEDGE.zones()) {
            for (var age = 0; age <= 100; age++) {
                var urgent = RED_FLAGS.allFor(List.of(zone.id()), age).stream()
                        .filter(question -> question.level().stopsBooking())
                        .toList();
                assertThat(RED_FLAGS.questionsFor(List.of(zone.id()), age)).containsAll(urgent);
            }
        }
    }

    @Test
    void asks_about_every_painted_part_of_the_body() {
        var asked = RED_FLAGS.questionsFor(List.of("temple", "lumbar", "calf"), 40);

        assertThat(asked)
                .hasSize(5)
                .anyMatch(question -> question.fits("temple"))
                .anyMatch(question -> question.fits("lumbar"))
                .anyMatch(question -> question.fits("calf"));
    }

    @Test
    void keeps_to_the_age_and_asks_when_the_age_is_not_known() {
        assertThat(ids(RED_FLAGS.allFor(List.of("suprapubic"), 30))).contains("maybe-pregnant-low-pain");
        assertThat(ids(RED_FLAGS.allFor(List.of("suprapubic"), 70))).doesNotContain("maybe-pregnant-low-pain");
        assertThat(ids(RED_FLAGS.allFor(List.of("suprapubic"), null))).contains("maybe-pregnant-low-pain");
    }

    @Test
    void asks_what_fits_any_pain_when_nothing_is_painted() {
        assertThat(ids(RED_FLAGS.questionsFor(List.of(), 40)))
                .containsExactly("past-cancer-or-weight-loss", "lump-growing", "night-pain");
    }

    @Test
    void answers_with_the_most_urgent_level_that_was_set_off() {
        var judgement = RED_FLAGS.judge(Map.of(
                "night-pain",
                Answer.YES,
                "saddle-numb",
                Answer.YES,
                "back-pain-fever",
                Answer.YES,
                "bladder-bowel-new",
                Answer.NO));

        assertThat(judgement.level()).contains(RedFlagLevel.EMERGENCY);
        assertThat(ids(judgement.setOff())).containsExactly("saddle-numb", "back-pain-fever", "night-pain");
    }

    @Test
    void takes_unsure_for_neither_yes_nor_no() {
        var judgement = RED_FLAGS.judge(Map.of("saddle-numb", Answer.UNSURE, "testicle-sudden", Answer.DOES_NOT_APPLY));

        assertThat(judgement.level()).isEmpty();
        assertThat(ids(judgement.unsettled())).containsExactly("saddle-numb");
    }

    @Test
    void stops_nobody_for_age_night_pain_or_numbness_that_stays_the_same() {
        var judgement = RED_FLAGS.judge(Map.of(
                "night-pain",
                Answer.YES,
                "first-back-pain-older",
                Answer.YES,
                "leg-tingle-steady",
                Answer.YES,
                "hand-tingle-night",
                Answer.YES));

        assertThat(judgement.level()).contains(RedFlagLevel.TELL_PRACTITIONER);
        assertThat(RedFlagLevel.TELL_PRACTITIONER.stopsBooking()).isFalse();
        assertThat(RedFlagLevel.TELL_PRACTITIONER.stopsNeedles()).isFalse();
    }

    @Test
    void keeps_a_phone_consult_bookable_when_a_physician_comes_first() {
        assertThat(RedFlagLevel.PHYSICIAN_FIRST.stopsBooking()).isFalse();
        assertThat(RedFlagLevel.PHYSICIAN_FIRST.stopsNeedles()).isTrue();
    }

    @Test
    void does_not_care_in_which_order_zones_are_painted() {
        var zones = KNOWLEDGE.zones().stream().map(Zone::id).toList();
        IntStream.range(0, 20).forEach(i -> {
            var some = List.of(zones.get(i), zones.get(i + 40), zones.get(i + 80));
            assertThat(RED_FLAGS.questionsFor(some.reversed(), null)).isEqualTo(RED_FLAGS.questionsFor(some, null));
            assertThat(RED_FLAGS.questionsFor(new LinkedHashSet<>(some), null))
                    .isEqualTo(RED_FLAGS.questionsFor(some, null));
        });
    }

    @Test
    void breaks_off_at_an_unknown_zone_question_or_an_impossible_age() {
        assertThatThrownBy(() -> RED_FLAGS.questionsFor(List.of("tentacle"), 40))
                .hasMessageContaining("tentacle");
        assertThatThrownBy(() -> RED_FLAGS.questionsFor(List.of("calf"), -1)).hasMessageContaining("age");
        assertThatThrownBy(() -> RED_FLAGS.judge(Map.of("no-such", Answer.NO))).hasMessageContaining("no-such");
    }

    private static List<String> ids(List<RedFlagQuestion> questions) {
        return questions.stream().map(RedFlagQuestion::id).toList();
    }
}
