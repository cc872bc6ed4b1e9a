package org.needlepoint.anatomy.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.anatomy.PainRequest.Mark;

/// How the locator does on simulated drawings. That shows that the arithmetic holds together, and nothing about
/// people.
class LocatingSimulatedPainTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final PainLocator LOCATOR = PainLocator.of(KNOWLEDGE);
    private static final int DRAWINGS = Math.max(600, Integer.getInteger("needlepoint.cases", 200) / 5);

    @Test
    void the_muscle_that_made_a_drawing_is_among_the_first_five_in_at_least_85_percent() {
        var simulated = new SimulatedDrawings(KNOWLEDGE, 20261122);
        var found = 0;
        for (var drawing = 0; drawing < DRAWINGS; drawing++) {
            var muscle = simulated.anyMuscle();
            found += first(5, simulated.drawing(muscle)).contains(muscle.id()) ? 1 : 0;
        }
        System.out.printf("simulated drawings: %d of %d muscles among the first five%n", found, DRAWINGS);
        assertThat(found).isGreaterThanOrEqualTo(DRAWINGS * 85 / 100);
    }

    @Test
    void two_active_muscles_are_both_among_the_first_six_in_at_least_70_percent() {
        var simulated = new SimulatedDrawings(KNOWLEDGE, 20261123);
        var found = 0;
        for (var drawing = 0; drawing < DRAWINGS; drawing++) {
            var one = simulated.anyMuscle();
            var other = simulated.another(one);
            found += first(6, simulated.drawing(one, other)).containsAll(List.of(one.id(), other.id())) ? 1 : 0;
        }
        System.out.printf("simulated drawings: both muscles among the first six in %d of %d%n", found, DRAWINGS);
        assertThat(found).isGreaterThanOrEqualTo(DRAWINGS * 70 / 100);
    }

    @Test
    void a_probability_is_within_ten_points_of_how_often_it_is_right_on_simulated_drawings() {
        var simulated = new SimulatedDrawings(KNOWLEDGE, 20261124);
        var said = new double[10];
        var right = new double[10];
        var count = new int[10];
        for (var drawing = 0; drawing < DRAWINGS; drawing++) {
            var one = simulated.anyMuscle();
            var other = simulated.another(one);
            var active = drawing % 3 == 0 ? List.of(one.id(), other.id()) : List.of(one.id());
            var marks = drawing % 3 == 0 ? simulated.drawing(one, other) : simulated.drawing(one);
            for (var candidate : candidates(marks)) {
                var bin = (int) Math.min(9, candidate.probability() * 10);
                count[bin]++;
                said[bin] += candidate.probability();
                right[bin] += active.contains(candidate.muscle()) ? 1 : 0;
            }
        }
        for (var bin = 0; bin < 10; bin++) {
            System.out.printf(
                    "simulated drawings: said %.2f, right %.2f (%d)%n",
                    said[bin] / count[bin], right[bin] / count[bin], count[bin]);
        }
        for (var bin = 0; bin < 10; bin++) {
            if (count[bin] >= 30) {
                assertThat(Math.abs(said[bin] - right[bin]) / count[bin])
                        .as("bin %d".formatted(bin))
                        .isLessThanOrEqualTo(0.1);
            }
        }
    }

    private static List<Candidate> candidates(List<Mark> marks) {
        return LOCATOR.locate(new PainRequest(marks, null, PainRequest.MOST_CANDIDATES))
                .candidates();
    }

    private static List<String> first(int most, List<Mark> marks) {
        return candidates(marks).stream()
                .map(Candidate::muscle)
                .distinct()
                .limit(most)
                .toList();
    }
}
