package org.needlepoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.needlepoint.shared.Laterality.L;
import static org.needlepoint.shared.Laterality.M;
import static org.needlepoint.shared.Laterality.R;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.PainAnswer.Examine;
import org.needlepoint.anatomy.PainAnswer.NerveRoot;
import org.needlepoint.anatomy.PainRequest.About;
import org.needlepoint.anatomy.PainRequest.Examined;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.anatomy.atlas.Atlas.Near;

/// A drawing is explained as a whole: each mark by some muscle, few muscles, near or far.
class ExplainingADrawingTest {

    @Test
    void a_muscle_right_below_the_mark_is_a_candidate_without_any_row_in_a_book() {
        var answer = locate(small().muscle("alpha"), List.of(below("alpha", "one")), mark("one"));

        assertThat(answer.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.muscle()).isEqualTo("alpha");
            assertThat(candidate.explains()).containsExactly("one");
            assertThat(candidate.around()).containsExactly("one");
            assertThat(candidate.sources()).containsExactly("needlepoint-bodymap");
        });
        assertThat(answer.unexplained()).isEmpty();
    }

    @Test
    void of_two_muscles_below_the_mark_the_one_nearer_to_the_skin_comes_first() {
        var answer = locate(
                small().muscle("deep").muscle("shallow"),
                List.of(new Near("deep", "one", 1, 1, 1, 3), below("shallow", "one")),
                mark("one"));

        assertThat(muscles(answer)).containsExactly("shallow", "deep");
    }

    @Test
    void a_far_muscle_that_explains_what_nothing_near_explains_is_among_the_first_five() {
        var small = small().muscle("far", "two primary read", "three primary read");
        var near = new ArrayList<Near>();
        for (var i = 0; i < 12; i++) {
            small.muscle("near-" + i, "one primary read");
            near.add(below("near-" + i, "one"));
        }
        var answer = locate(small, near, mark("one"), mark("two"), mark("three"));

        assertThat(muscles(answer).subList(0, 5)).contains("far");
    }

    @Test
    void one_muscle_that_explains_two_marks_is_preferred_to_two_that_explain_one_each() {
        var answer = locate(
                small().muscle("both", "one primary read", "two primary read")
                        .muscle("first", "one primary read")
                        .muscle("second", "two primary read"),
                List.of(),
                mark("one"),
                mark("two"));

        assertThat(muscles(answer)).first().isEqualTo("both");
    }

    @Test
    void once_a_mark_is_explained_its_other_candidates_lose() {
        var small =
                small().muscle("alpha", "one primary read", "two primary read").muscle("beta", "one primary read");
        var alone = probability(locate(small, List.of(), mark("one")), "beta");
        var explained = probability(locate(small, List.of(), mark("one"), mark("two")), "beta");

        assertThat(explained).isLessThan(alone / 2);
    }

    @Test
    void two_muscles_that_explain_a_mark_each_are_both_kept() {
        var answer = locate(
                small().muscle("alpha", "one primary read")
                        .muscle("beta", "three primary read")
                        .muscle("gamma", "one spillover read"),
                List.of(),
                mark("one"),
                mark("three"));

        assertThat(muscles(answer).subList(0, 2)).containsExactlyInAnyOrder("alpha", "beta");
    }

    @Test
    void pain_in_the_midline_says_more_to_the_side_on_which_more_is_painted() {
        var answer = locate(
                small().muscle("alpha", "mid primary read", "one primary read"),
                List.of(),
                new Mark("mid", M, 5),
                mark("one"));

        assertThat(answer.candidates()).extracting(Candidate::side).containsExactly(R, L);
        assertThat(answer.candidates().get(0).probability())
                .isGreaterThan(5 * answer.candidates().get(1).probability());
    }

    @Test
    void zones_of_its_usual_pain_that_are_not_painted_are_named_as_speaking_against_it() {
        var answer = locate(
                small().muscle("alpha", "one primary read", "two primary read", "three spillover read"),
                List.of(),
                mark("one"));

        assertThat(answer.candidates().getFirst().against()).containsExactly("two");
    }

    @Test
    void tingling_along_the_skin_of_a_root_names_the_root_and_lowers_muscles() {
        var small =
                small().muscle("alpha", "one primary read", "two primary read").dermatome("C6", "one", "two");
        var aching = locate(small, List.of(), mark("one"), mark("two"));
        var tingling = locate(small, List.of(), feels("one", Quality.TINGLING), feels("two", Quality.BURNING));

        assertThat(tingling.nerveRoots()).containsExactly(new NerveRoot("C6", List.of("one", "two")));
        assertThat(tingling.notes()).anyMatch(note -> note.contains("C6"));
        assertThat(probability(tingling, "alpha")).isLessThan(probability(aching, "alpha"));
        assertThat(aching.nerveRoots()).isEmpty();
    }

    @Test
    void a_movement_that_hurts_lifts_the_muscles_that_make_it() {
        var small = small().muscle("alpha", "one primary read")
                .muscle("beta", "one primary read")
                .movement("kick", "beta");
        var answer = locator(small, List.of())
                .locate(request(new About(null, List.of("kick"), null, List.of()), List.of(), mark("one")));

        assertThat(muscles(answer)).containsExactly("beta", "alpha");
    }

    @Test
    void long_pain_makes_a_muscle_a_little_likelier() {
        var locator = locator(small().muscle("alpha", "one primary read"), List.of());
        var week = locator.locate(request(new About(null, List.of(), 7, List.of()), List.of(), mark("one")));
        var year = locator.locate(request(new About(null, List.of(), 365, List.of()), List.of(), mark("one")));

        assertThat(probability(year, "alpha")).isGreaterThan(probability(week, "alpha"));
    }

    @Test
    void a_sport_brings_in_what_studies_found_in_those_who_do_it() {
        var small = small().muscle("alpha", "one primary read")
                .muscle("beta", "one primary read")
                .condition(
                        "sore heel in runners",
                        "{\"muscle\":\"beta\",\"measure\":\"trigger-points\",\"active_pct\":90.0,\"n\":50,\"sources\":[\"study\"]}");
        var answer = locator(small, List.of())
                .locate(request(new About(null, List.of(), null, List.of("running")), List.of(), mark("one")));

        assertThat(muscles(answer)).containsExactly("beta", "alpha");
        assertThat(answer.notes()).contains("weak prior from studies of: sore heel in runners");
    }

    @Test
    void a_taut_band_lifts_its_muscle_and_lowers_those_that_explain_the_same() {
        var small = small().muscle("alpha", "one primary read").muscle("beta", "one primary read");
        var before = locate(small, List.of(), mark("one"));
        var after = locator(small, List.of())
                .locate(request(About.NOTHING, List.of(new Examined("beta", R, Sign.TAUT_BAND, true)), mark("one")));

        assertThat(muscles(after)).containsExactly("beta", "alpha");
        assertThat(probability(after, "beta")).isGreaterThan(probability(before, "beta"));
        assertThat(probability(after, "alpha")).isLessThan(probability(before, "alpha"));
    }

    @Test
    void a_hand_is_as_sure_as_two_hands_agree() {
        // kappa 0.452: right in (1 + sqrt(0.452)) / 2 = 0.836 of the cases, so a finding multiplies the odds by 5.1
        assertThat(Hands.factor(List.of(new Examined("alpha", R, Sign.TAUT_BAND, true)), "alpha", R))
                .isCloseTo(5.1, within(0.05));
        assertThat(Hands.factor(List.of(new Examined("alpha", R, Sign.TAUT_BAND, false)), "alpha", R))
                .isCloseTo(1 / 5.1, within(0.01));
        assertThat(Hands.factor(List.of(new Examined("alpha", R, Sign.FAMILIAR_PAIN, true)), "alpha", R))
                .isGreaterThan(6);
        assertThat(Hands.factor(List.of(new Examined("alpha", L, Sign.TAUT_BAND, true)), "alpha", R))
                .isEqualTo(1);
    }

    @Test
    void a_second_sign_in_the_same_muscle_adds_less_than_the_first() {
        var band = new Examined("alpha", R, Sign.TAUT_BAND, true);
        var pain = new Examined("alpha", R, Sign.FAMILIAR_PAIN, true);
        var both = Hands.factor(List.of(band, pain), "alpha", R);

        assertThat(both)
                .isGreaterThan(Hands.factor(List.of(pain), "alpha", R))
                .isLessThan(Hands.factor(List.of(band), "alpha", R) * Hands.factor(List.of(pain), "alpha", R));
    }

    @Test
    void what_to_examine_next_is_what_is_in_doubt_and_was_not_examined() {
        var small = small().muscle("alpha", "one primary read")
                .muscle("beta", "one primary read")
                .muscle("gamma", "one spillover unread");
        var answer = locate(small, List.of(), mark("one"));
        var examined = locator(small, List.of())
                .locate(request(About.NOTHING, List.of(new Examined("alpha", R, Sign.TAUT_BAND, false)), mark("one")));

        assertThat(answer.examineNext()).extracting(Examine::muscle).startsWith("alpha", "beta");
        assertThat(answer.examineNext().getFirst().rivals()).containsExactly("beta", "gamma");
        assertThat(examined.examineNext()).extracting(Examine::muscle).doesNotContain("alpha");
    }

    private static SmallKnowledge small() {
        return new SmallKnowledge().zones("one", "two", "three", "mid");
    }

    private static Near below(String muscle, String zone) {
        return new Near(muscle, zone, 1, 1, 1, 1);
    }

    private static Mark mark(String zone) {
        return new Mark(zone, R, Mark.USUAL_INTENSITY);
    }

    private static Mark feels(String zone, Quality quality) {
        return new Mark(zone, R, Mark.USUAL_INTENSITY, quality, false);
    }

    private static PainRequest request(About about, List<Examined> examined, Mark... marks) {
        return new PainRequest(List.of(marks), about, examined, PainRequest.USUAL_LIMIT);
    }

    private static PainLocator locator(SmallKnowledge small, List<Near> near) {
        return new PainLocator(small.read(), near, Map.of());
    }

    private static PainAnswer locate(SmallKnowledge small, List<Near> near, Mark... marks) {
        return locator(small, near).locate(request(About.NOTHING, List.of(), marks));
    }

    private static List<String> muscles(PainAnswer answer) {
        return answer.candidates().stream().map(Candidate::muscle).toList();
    }

    private static double probability(PainAnswer answer, String muscle) {
        return answer.candidates().stream()
                .filter(candidate -> candidate.muscle().equals(muscle))
                .mapToDouble(Candidate::probability)
                .findFirst()
                .orElse(0);
    }
}
