package org.needlepoint.charting.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ANoteAsProseTest {
    @Test
    void lets_its_sentences_follow_each_other() {
        assertThat(Flow.paragraphs("Pain marked: calf 6/10.\nSafety screening: nothing reported."))
                .containsExactly("Pain marked: calf 6/10. Safety screening: nothing reported.");
    }

    @Test
    void makes_a_sentence_of_a_list() {
        assertThat(Flow.paragraphs("""
                        3 needles in 2 muscles:
                        - Infraspinatus, right: 2 needles 0.30 × 40 mm.
                        - Upper trapezius, left: 1 needle 0.30 × 40 mm.
                        Needles in: 3. Needles out: 3.""")).containsExactly("""
                        3 needles in 2 muscles: Infraspinatus, right: 2 needles 0.30 × 40 mm; Upper trapezius, left: \
                        1 needle 0.30 × 40 mm. Needles in: 3. Needles out: 3.""");
    }

    @Test
    void ends_a_list_that_ends_it_with_a_full_stop() {
        assertThat(Flow.paragraphs("Advice given:\n- Walk.\n- Drink water"))
                .containsExactly("Advice given: Walk; Drink water.");
    }

    @Test
    void gives_a_typed_line_without_a_full_stop_one() {
        assertThat(Flow.paragraphs("Slept badly\nBetter since noon"))
                .containsExactly("Slept badly. Better since noon.");
    }

    @Test
    void keeps_the_paragraphs_that_an_empty_line_parts() {
        assertThat(Flow.paragraphs("First.\n\n\nSecond.\n")).containsExactly("First.", "Second.");
    }

    @Test
    void of_nothing_is_nothing() {
        assertThat(Flow.paragraphs("")).isEmpty();
    }
}
