package org.needlepoint.charting.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.Evidence;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.RedFlagLevel;

class RedSignsOfANerveScreenTest {
    private static final Instant NOON = Instant.parse("2026-12-02T17:00:00Z");
    private static final Knowledge KNOWLEDGE = Knowledge.load();

    /// Each as `key=word`.
    private static VisitMeasures found(String... signs) {
        return new VisitMeasures(Arrays.stream(signs)
                .map(sign -> sign.split("=", 2))
                .map(sign -> new Measure(
                        MeasureId.next(),
                        Measured.of(sign[0]).orElseThrow(),
                        new Value.Word(sign[1]),
                        Moment.BEFORE,
                        null,
                        false,
                        null,
                        LocalDate.of(2026, 12, 2),
                        NOON,
                        new UUID(0, 1),
                        false))
                .toList());
    }

    private static List<String> questions(String... signs) {
        return RedSigns.of(found(signs)).stream().map(RedSigns::question).toList();
    }

    @Test
    void less_feeling_between_the_legs_is_an_emergency() {
        assertThat(questions("touch/saddle/M/plain=less")).containsExactly("saddle-numb");
        assertThat(questions("touch/saddle/M/plain=usual")).isEmpty();
    }

    @Test
    void any_sign_of_the_cord_is_for_today() {
        for (var sign : List.of(
                "upper-motor/babinski/L/plain=present",
                "upper-motor/hoffmann/R/plain=present",
                "upper-motor/clonus/L/plain=present",
                "upper-motor/clumsy-hand/R/plain=present",
                "upper-motor/unsteady-gait/M/plain=present",
                "reflex/knee/L/plain=4+")) {
            assertThat(questions(sign)).as(sign).containsExactly("clumsy-hands-unsteady");
        }
        assertThat(questions("upper-motor/babinski/L/plain=absent", "reflex/knee/L/plain=3+"))
                .isEmpty();
    }

    @Test
    void a_leg_that_gives_way_is_for_today_and_so_is_any_weakness_of_both() {
        assertThat(questions("myotome/l5/R/plain=3")).containsExactly("legs-weak-foot-drop");
        assertThat(questions("myotome/l5/R/plain=4")).isEmpty();
        assertThat(questions("myotome/l5/R/plain=4+", "myotome/s1/L/plain=4+")).containsExactly("legs-weak-foot-drop");
    }

    @Test
    void a_weak_arm_sees_a_physician_before_any_needle() {
        assertThat(questions("myotome/c7/R/plain=4")).containsExactly("arm-hand-weak");
        assertThat(questions("myotome/c7/R/plain=5")).isEmpty();
    }

    @Test
    void the_gravest_comes_first_and_each_names_what_was_found() {
        var red = RedSigns.of(
                found("myotome/c6/L/plain=3", "upper-motor/clonus/L/plain=present", "touch/saddle/M/plain=none"));
        assertThat(red)
                .extracting(RedSigns::question)
                .containsExactly("saddle-numb", "clumsy-hands-unsteady", "arm-hand-weak");
        assertThat(red.getFirst().signs())
                .singleElement()
                .extracting(sign -> sign.what().code())
                .isEqualTo("saddle");
    }

    @Test
    void what_to_do_stands_in_the_knowledge_as_somebody_read_it() {
        var red = RedSigns.of(found(
                "myotome/c6/L/plain=3",
                "myotome/l5/L/plain=2",
                "upper-motor/clonus/L/plain=present",
                "touch/saddle/M/plain=none"));
        assertThat(red)
                .extracting(each -> KNOWLEDGE.redFlagQuestion(each.question()).orElseThrow())
                .allSatisfy(question -> assertThat(question.evidence()).isEqualTo(Evidence.READ))
                .extracting(question -> question.level())
                .containsExactly(
                        RedFlagLevel.EMERGENCY, RedFlagLevel.TODAY, RedFlagLevel.TODAY, RedFlagLevel.PHYSICIAN_FIRST);
    }
}
