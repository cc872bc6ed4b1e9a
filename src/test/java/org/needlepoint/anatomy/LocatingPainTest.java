package org.needlepoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.needlepoint.shared.Laterality.B;
import static org.needlepoint.shared.Laterality.L;
import static org.needlepoint.shared.Laterality.M;
import static org.needlepoint.shared.Laterality.R;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.shared.Laterality;

class LocatingPainTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final List<Laterality> SIDES = List.of(L, R, B, M);

    @Test
    void a_muscle_is_named_on_the_side_that_is_painted() {
        var locator = locator(small().muscle("alpha", "one primary read"));

        assertThat(sides(locator, mark("one", L))).containsExactly(L);
        assertThat(sides(locator, mark("one", R))).containsExactly(R);
    }

    @Test
    void pain_that_speaks_equally_for_both_sides_names_the_muscle_once_for_both() {
        var locator = locator(small().muscle("alpha", "one primary read"));
        var both = locate(locator, mark("one", B)).candidates();

        assertThat(both).extracting(Candidate::side).containsExactly(B);
        assertThat(both.getFirst().probability())
                .isEqualTo(
                        locate(locator, mark("one", L)).candidates().getFirst().probability());
    }

    @Test
    void pain_on_both_sides_but_more_on_one_names_the_sides_apart() {
        var locator = locator(small().muscle("alpha", "one primary read", "two primary read"));

        assertThat(sides(locator, mark("one", B), mark("two", R))).containsExactly(R, L);
    }

    @Test
    void the_left_and_the_right_of_a_zone_are_the_same_as_both() {
        var locator = locator(small().muscle("alpha", "one primary read"));

        assertThat(locate(locator, mark("one", L), mark("one", R))).isEqualTo(locate(locator, mark("one", B)));
    }

    @Test
    void a_zone_painted_without_a_side_may_mean_either_and_says_so() {
        var answer = locate(locator(small().muscle("alpha", "one primary read")), mark("one", M));

        assertThat(answer.candidates()).extracting(Candidate::side).containsExactly(B);
        assertThat(answer.notes()).containsExactly("painted without a side, so either side may be meant: one");
    }

    @Test
    void a_midline_zone_takes_every_side_and_needs_no_note() {
        var locator = locator(small().muscle("alpha", "mid primary read"));

        assertThat(sides(locator, mark("mid", M))).containsExactly(B);
        assertThat(sides(locator, mark("mid", B))).containsExactly(B);
        assertThat(sides(locator, mark("mid", L))).containsExactly(L);
        assertThat(locate(locator, mark("mid", M)).notes()).isEmpty();
    }

    @Test
    void a_muscle_without_sides_is_named_in_the_midline_wherever_it_is_painted() {
        var locator = locator(small().muscle("alpha", "unpaired", new String[] {"one primary read"}));

        assertThat(sides(locator, mark("one", R))).containsExactly(M);
        assertThat(sides(locator, mark("one", B))).containsExactly(M);
    }

    @Test
    void a_primary_zone_speaks_louder_than_a_spillover_zone() {
        var knowledge = small().muscle("alpha", "one spillover read").muscle("beta", "one primary read");

        assertThat(muscles(locate(locator(knowledge), mark("one", R)))).containsExactly("beta", "alpha");
    }

    @Test
    void a_pattern_that_nobody_has_checked_ranks_lower_and_is_noted() {
        var knowledge = small().muscle("alpha", "one primary unread").muscle("beta", "one primary read");
        var answer = locate(locator(knowledge), mark("one", R));

        assertThat(muscles(answer)).containsExactly("beta", "alpha");
        assertThat(answer.notes())
                .containsExactly("ranked by pain patterns that nobody has checked in a source: alpha");
    }

    @Test
    void a_muscle_that_explains_the_whole_drawing_beats_one_that_explains_a_part() {
        var knowledge =
                small().muscle("alpha", "one primary read").muscle("beta", "one primary read", "two primary read");

        assertThat(muscles(locate(locator(knowledge), mark("one", R), mark("two", R))))
                .containsExactly("beta", "alpha");
    }

    @Test
    void a_muscle_whose_usual_pain_is_missing_ranks_lower() {
        var knowledge =
                small().muscle("alpha", "one primary read", "two primary read").muscle("beta", "one primary read");

        assertThat(muscles(locate(locator(knowledge), mark("one", R)))).containsExactly("beta", "alpha");
    }

    @Test
    void the_stronger_pain_counts_more() {
        var locator = locator(small().muscle("alpha", "one primary read").muscle("beta", "two primary read"));
        var answer = locate(locator, new Mark("one", R, 2), new Mark("two", R, 9));

        assertThat(muscles(answer)).containsExactly("beta", "alpha");
    }

    @Test
    void of_marks_painted_twice_the_stronger_counts() {
        var locator = locator(small().muscle("alpha", "one primary read"));

        assertThat(locate(locator, new Mark("one", R, 2), new Mark("one", R, 9)))
                .isEqualTo(locate(locator, new Mark("one", R, 9)));
    }

    @Test
    void two_pains_far_apart_do_not_take_from_each_other() {
        var locator = locator(small().muscle("alpha", "one primary read").muscle("beta", "two primary read"));
        var both = locate(locator, mark("one", L), mark("two", R));

        assertThat(both.candidates().getFirst().probability())
                .isEqualTo(
                        locate(locator, mark("one", L)).candidates().getFirst().probability());
    }

    @Test
    void a_zone_that_no_pattern_reaches_is_left_unexplained() {
        var answer = locate(locator(small().muscle("alpha", "one primary read")), mark("lonely", R), mark("one", R));

        assertThat(answer.unexplained()).containsExactly("lonely");
        assertThat(answer.candidates().getFirst().explains()).containsExactly("one");
    }

    @Test
    void a_zone_stays_explained_when_its_muscle_falls_behind_the_limit() {
        var locator = locator(small().muscle("alpha", "one primary read").muscle("beta", "two spillover unread"));
        var answer = locator.locate(new PainRequest(List.of(mark("one", R), mark("two", R)), null, 1));

        assertThat(answer.candidates()).hasSize(1);
        assertThat(answer.unexplained()).isEmpty();
    }

    @Test
    void a_drawing_that_nothing_explains_says_so() {
        var answer = locate(locator(small()), mark("lonely", R));

        assertThat(answer.candidates()).isEmpty();
        assertThat(answer.unexplained()).containsExactly("lonely");
        assertThat(answer.notes()).containsExactly("no known pain pattern leads to what is painted");
    }

    @Test
    void a_condition_lifts_the_muscles_that_studies_found_in_it_and_cites_them() {
        var locator = locator(small().muscle("alpha", "one primary read")
                .muscle("beta", "one primary read")
                .condition("sore thumb", finding("beta", "\"active_pct\":90.0,\"n\":100")));
        var answer = locate(locator, "Sore THUMB ", mark("one", R));

        assertThat(muscles(answer)).containsExactly("beta", "alpha");
        assertThat(answer.candidates().getFirst().sources()).containsExactly("beta-source", "study");
        assertThat(answer.notes()).containsExactly("weak prior from studies of: sore thumb");
    }

    @Test
    void a_small_study_moves_less_than_a_large_one() {
        var small = locator(small().muscle("beta", "one primary read")
                .condition("c", finding("beta", "\"active_pct\":90.0,\"n\":5")));
        var large = locator(small().muscle("beta", "one primary read")
                .condition("c", finding("beta", "\"active_pct\":90.0,\"n\":50")));

        assertThat(locate(small, "c", mark("one", R)).candidates().getFirst().probability())
                .isLessThan(locate(large, "c", mark("one", R))
                        .candidates()
                        .getFirst()
                        .probability());
    }

    @Test
    void tenderness_is_no_trigger_point_and_moves_nothing() {
        var locator = locator(small().muscle("beta", "one primary read")
                .condition("c", finding("beta", "\"any_pct\":90.0,\"n\":50").replace("trigger-points", "tenderness")));

        assertThat(locate(locator, "c", mark("one", R)).candidates())
                .isEqualTo(locate(locator, mark("one", R)).candidates());
    }

    @Test
    void an_unknown_condition_gives_no_prior_and_a_note() {
        var locator = PainLocator.of(KNOWLEDGE);
        var plain = locate(locator, mark("temple", R));
        var answer = locate(locator, "a broken heart", mark("temple", R));

        assertThat(answer.candidates()).isEqualTo(plain.candidates());
        assertThat(answer.notes())
                .contains("no study counted trigger points in \"a broken heart\", so no prior is used");
    }

    @Test
    void the_order_of_marks_does_not_matter() {
        var locator = PainLocator.of(KNOWLEDGE);
        var random = new Random(20261121);
        for (var drawing = 0; drawing < 50; drawing++) {
            var marks = new ArrayList<>(randomMarks(random));
            var answer = locate(locator, marks.toArray(Mark[]::new));
            Collections.shuffle(marks, random);
            assertThat(locate(locator, marks.toArray(Mark[]::new))).isEqualTo(answer);
        }
    }

    @Test
    void the_right_is_the_mirror_of_the_left() {
        var locator = PainLocator.of(KNOWLEDGE);
        var right = locate(locator, mark("lumbar", R), mark("buttock-mid", R));
        var left = locate(locator, mark("lumbar", L), mark("buttock-mid", L));

        assertThat(muscles(left)).isEqualTo(muscles(right));
        assertThat(left.candidates())
                .extracting(Candidate::probability)
                .isEqualTo(
                        right.candidates().stream().map(Candidate::probability).toList());
    }

    @Test
    void probabilities_stay_within_bounds_and_fall_down_the_list() {
        var locator = PainLocator.of(KNOWLEDGE);
        var random = new Random(7);
        for (var drawing = 0; drawing < 100; drawing++) {
            var probabilities = locate(locator, randomMarks(random).toArray(Mark[]::new)).candidates().stream()
                    .map(Candidate::probability)
                    .toList();
            assertThat(probabilities)
                    .allMatch(probability -> probability >= 0 && probability <= 1)
                    .isSortedAccordingTo(Collections.reverseOrder());
        }
    }

    @Test
    void everything_painted_at_once_is_still_an_answer() {
        var marks = KNOWLEDGE.zones().stream()
                .map(zone -> new Mark(zone.id(), B, 10))
                .toArray(Mark[]::new);
        var answer = PainLocator.of(KNOWLEDGE).locate(new PainRequest(List.of(marks), null, 150));

        assertThat(answer.candidates()).hasSize(149);
        assertThat(answer.candidates())
                .extracting(Candidate::muscle)
                .as("the only muscle without a pattern and without a place on the map")
                .doesNotContain("psoas-minor");
        assertThat(answer.unexplained()).isEmpty();
    }

    @Test
    void the_primary_pattern_of_a_muscle_alone_brings_it_among_the_first_five() {
        var locator = PainLocator.of(KNOWLEDGE);
        var tried = 0;
        var found = 0;
        for (var muscle : KNOWLEDGE.muscles()) {
            var marks = muscle.patterns().stream()
                    .filter(pattern -> pattern.strength() == Pattern.Strength.PRIMARY)
                    .map(pattern -> mark(pattern.zone(), R))
                    .toArray(Mark[]::new);
            if (marks.length > 0) {
                tried++;
                found += muscles(locate(locator, marks)).stream()
                                .limit(5)
                                .toList()
                                .contains(muscle.id())
                        ? 1
                        : 0;
            }
        }
        assertThat(tried).isGreaterThan(130);
        assertThat(found).isGreaterThanOrEqualTo(tried * 9 / 10);
    }

    @Test
    void a_drawing_with_zones_left_out_and_one_astray_still_leads_to_its_muscle() {
        var locator = PainLocator.of(KNOWLEDGE);
        var random = new Random(97);
        var muscles = KNOWLEDGE.muscles().stream()
                .filter(muscle -> !muscle.patterns().isEmpty())
                .toList();
        var found = 0;
        for (var drawing = 0; drawing < 500; drawing++) {
            var muscle = muscles.get(random.nextInt(muscles.size()));
            var marks = new ArrayList<Mark>();
            for (var pattern : muscle.patterns()) {
                var often = pattern.strength() == Pattern.Strength.PRIMARY ? 0.75 : 0.3;
                if (random.nextDouble() < often) {
                    marks.add(mark(pattern.zone(), R));
                }
            }
            if (marks.isEmpty()) {
                marks.add(mark(muscle.patterns().getFirst().zone(), R));
            }
            if (random.nextDouble() < 0.3) {
                marks.add(mark(
                        KNOWLEDGE
                                .zones()
                                .get(random.nextInt(KNOWLEDGE.zones().size()))
                                .id(),
                        R));
            }
            found += muscles(locate(locator, marks.toArray(Mark[]::new))).stream()
                            .limit(5)
                            .toList()
                            .contains(muscle.id())
                    ? 1
                    : 0;
        }
        assertThat(found).isGreaterThan(450);
    }

    @Test
    void every_candidate_says_what_it_explains_with_its_sources_and_review() {
        var answer = locate(PainLocator.of(KNOWLEDGE), mark("temple", R), mark("neck-lateral", R));

        assertThat(answer.candidates()).isNotEmpty().allSatisfy(candidate -> {
            assertThat(candidate.explains()).isNotEmpty();
            assertThat(candidate.sources())
                    .isNotEmpty()
                    .isSorted()
                    .allMatch(source -> KNOWLEDGE.source(source).isPresent());
            assertThat(candidate.review()).isEqualTo(Review.State.UNREVIEWED);
        });
    }

    @Test
    void red_flags_come_with_every_answer_at_most_five() {
        var answer = locate(PainLocator.of(KNOWLEDGE), mark("lumbar", B), mark("temple", R), mark("calf", L));

        assertThat(answer.redFlags()).hasSize(5);
        assertThat(answer.redFlags().getFirst().level()).isEqualTo(RedFlagLevel.EMERGENCY);
    }

    @Test
    void an_unknown_zone_breaks_the_contract() {
        var locator = PainLocator.of(KNOWLEDGE);

        assertThatThrownBy(() -> locate(locator, mark("tentacle", R)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tentacle");
    }

    private static SmallKnowledge small() {
        return new SmallKnowledge().zones("one", "two", "three", "mid", "lonely");
    }

    private static PainLocator locator(SmallKnowledge knowledge) {
        return new PainLocator(knowledge.read(), List.of(), Map.of());
    }

    private static Mark mark(String zone, Laterality side) {
        return new Mark(zone, side, Mark.USUAL_INTENSITY);
    }

    private static List<Mark> randomMarks(Random random) {
        var zones = KNOWLEDGE.zones();
        var marks = new ArrayList<Mark>();
        for (var i = 0; i <= random.nextInt(6); i++) {
            marks.add(new Mark(
                    zones.get(random.nextInt(zones.size())).id(),
                    SIDES.get(random.nextInt(SIDES.size())),
                    random.nextInt(11)));
        }
        return marks;
    }

    private static PainAnswer locate(PainLocator locator, Mark... marks) {
        return locate(locator, null, marks);
    }

    private static PainAnswer locate(PainLocator locator, @Nullable String condition, Mark... marks) {
        return locator.locate(new PainRequest(List.of(marks), condition, PainRequest.USUAL_LIMIT));
    }

    private static List<Laterality> sides(PainLocator locator, Mark... marks) {
        return locate(locator, marks).candidates().stream().map(Candidate::side).toList();
    }

    private static List<String> muscles(PainAnswer answer) {
        return answer.candidates().stream().map(Candidate::muscle).toList();
    }

    private static String finding(String muscle, String figures) {
        return "{\"muscle\":\"" + muscle + "\",\"measure\":\"trigger-points\"," + figures + ",\"sources\":[\"study\"]}";
    }
}
