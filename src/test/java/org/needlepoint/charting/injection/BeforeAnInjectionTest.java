package org.needlepoint.charting.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.ScreeningQuestion.Effect;
import org.needlepoint.intake.Reason;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.Texts;

/// What stands against an injection, and what is asked before it.
class BeforeAnInjectionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);
    private static final Shot ONE_ML = shot(Drug.LIDOCAINE, "10", "1", "1", TODAY.plusMonths(3));

    private static Shot shot(Drug drug, String mg, String ml, @Nullable String percent, LocalDate expires) {
        return new Shot(
                drug,
                drug == Drug.OTHER ? "tetracaine" : null,
                new BigDecimal(mg),
                DoseUnit.MG,
                new BigDecimal(ml),
                percent == null ? null : new Concentration(new BigDecimal(percent), Concentration.Unit.PERCENT),
                "A123",
                expires,
                "infraspinatus",
                Laterality.R,
                25,
                38);
    }

    private static Reason answered(String question, Effect effect, boolean unsure) {
        return new Reason(question, new Texts("Asked?", "¿Preguntado?"), null, "Do something.", effect, unsure);
    }

    private static Circumstances knowing(Reason... answers) {
        return new Circumstances(Set.of(), List.of(answers), false, TODAY);
    }

    @Test
    void nothing_stands_against_the_usual_one_and_nothing_is_asked() {
        assertThat(knowing().against(ONE_ML)).isEmpty();
        assertThat(knowing().doubts(ONE_ML, Set.of())).isEmpty();
    }

    @Test
    void a_vial_is_good_on_its_last_day_and_not_on_the_next() {
        assertThat(knowing().against(shot(Drug.LIDOCAINE, "10", "1", "1", TODAY)))
                .isEmpty();
        assertThat(knowing().against(shot(Drug.LIDOCAINE, "10", "1", "1", TODAY.minusDays(1))))
                .containsExactly(Obstacle.EXPIRED);
    }

    @Test
    void what_stands_against_any_injection_stands_against_this_one() {
        var standing = Set.of(Obstacle.NOT_SCREENED, Obstacle.NOT_LICENSED, Obstacle.PROFESSION);
        var circumstances = new Circumstances(standing, List.of(), false, TODAY);
        assertThat(circumstances.against(shot(Drug.LIDOCAINE, "10", "1", "1", TODAY.minusDays(1))))
                .containsExactly(Obstacle.PROFESSION, Obstacle.NOT_LICENSED, Obstacle.NOT_SCREENED, Obstacle.EXPIRED);
    }

    @Test
    void an_allergy_stands_against_its_own_kind_of_drug_alone() {
        var allergic = knowing(answered("local-anaesthetic-allergy", Effect.STOP, false));
        assertThat(allergic.against(ONE_ML)).containsExactly(Obstacle.ALLERGY);
        assertThat(allergic.against(shot(Drug.SALINE, "9", "1", null, TODAY))).isEmpty();
        assertThat(allergic.against(shot(Drug.TRIAMCINOLONE, "10", "1", null, TODAY)))
                .isEmpty();
        assertThat(knowing(answered("steroid-allergy", Effect.STOP, false))
                        .against(shot(Drug.TRIAMCINOLONE, "10", "1", null, TODAY)))
                .containsExactly(Obstacle.ALLERGY);
    }

    @Test
    void an_allergy_that_is_not_certain_is_weighed_and_so_is_any_for_a_drug_named_by_hand() {
        var unsure = knowing(answered("local-anaesthetic-allergy", Effect.WEIGH, true));
        assertThat(unsure.against(ONE_ML)).isEmpty();
        assertThat(unsure.doubts(ONE_ML, Set.of())).containsExactly(Doubt.ANSWERS);
        assertThat(knowing(answered("steroid-allergy", Effect.STOP, false))
                        .doubts(shot(Drug.OTHER, "5", "1", null, TODAY), Set.of()))
                .containsExactly(Doubt.ANSWERS);
    }

    @Test
    void a_fever_rules_it_out() {
        assertThat(knowing(answered("ill-or-fever-today", Effect.STOP, false)).against(ONE_ML))
                .containsExactly(Obstacle.STOPPED);
    }

    @Test
    void a_blood_thinner_is_asked_about_once_a_visit() {
        var thinned = knowing(answered("anticoagulant", Effect.WEIGH, false));
        assertThat(thinned.against(ONE_ML)).isEmpty();
        assertThat(thinned.doubts(ONE_ML, Set.of())).containsExactly(Doubt.BLEEDING);
        assertThat(thinned.doubts(ONE_ML, thinned.weighs(ONE_ML, Set.of()))).isEmpty();
    }

    @Test
    void what_was_weighed_is_that_answer_and_no_other() {
        var afraid = answered("needle-fear", Effect.WEIGH, false);
        var weighed = knowing(afraid).weighs(ONE_ML, Set.of());
        assertThat(weighed).containsExactly("needle-fear");
        assertThat(knowing(afraid, answered("diabetes", Effect.WEIGH, false)).doubts(ONE_ML, weighed))
                .containsExactly(Doubt.ANSWERS);
        var thinned = knowing(answered("anticoagulant", Effect.WEIGH, false));
        assertThat(knowing(
                                answered("anticoagulant", Effect.WEIGH, false),
                                answered("bleeding-disorder", Effect.WEIGH, false))
                        .doubts(ONE_ML, thinned.weighs(ONE_ML, Set.of())))
                .containsExactly(Doubt.BLEEDING);
    }

    @Test
    void an_allergy_is_weighed_for_one_drug() {
        var unsure = knowing(answered("local-anaesthetic-allergy", Effect.WEIGH, true));
        var weighed = unsure.weighs(ONE_ML, Set.of());
        assertThat(unsure.doubts(ONE_ML, weighed)).isEmpty();
        assertThat(unsure.doubts(shot(Drug.PROCAINE, "10", "1", "1", TODAY), weighed))
                .containsExactly(Doubt.ANSWERS);
    }

    @Test
    void an_answer_that_was_not_certain_is_weighed_again_once_it_is() {
        var unsure = knowing(answered("needle-fear", Effect.WEIGH, true));
        assertThat(knowing(answered("needle-fear", Effect.WEIGH, false))
                        .doubts(ONE_ML, unsure.weighs(ONE_ML, Set.of())))
                .containsExactly(Doubt.ANSWERS);
    }

    @Test
    void the_lung_is_asked_about_each_time() {
        var above = new Circumstances(Set.of(), List.of(), true, TODAY);
        assertThat(above.doubts(ONE_ML, above.weighs(ONE_ML, Set.of()))).containsExactly(Doubt.OVER_LUNG);
    }

    @Test
    void a_volume_is_asked_about_above_five_millilitres() {
        assertThat(knowing().doubts(shot(Drug.LIDOCAINE, "50", "5", "1", TODAY), Set.of()))
                .isEmpty();
        assertThat(knowing().doubts(shot(Drug.LIDOCAINE, "51", "5.1", "1", TODAY), Set.of()))
                .containsExactly(Doubt.LARGE_VOLUME);
    }

    @Test
    void a_dose_that_concentration_and_volume_do_not_give_is_asked_about() {
        assertThat(knowing().doubts(shot(Drug.LIDOCAINE, "100", "1", "1", TODAY), Set.of()))
                .containsExactly(Doubt.DOSE_DIFFERS);
        assertThat(knowing().doubts(shot(Drug.LIDOCAINE, "100", "1", null, TODAY), Set.of()))
                .isEmpty();
    }

    @Test
    void one_percent_is_ten_milligrams_in_a_millilitre() {
        var onePercent = new Concentration(BigDecimal.ONE, Concentration.Unit.PERCENT);
        assertThat(onePercent.in(new BigDecimal("0.5"), DoseUnit.MG)).contains(new BigDecimal("5.0"));
        assertThat(onePercent.in(new BigDecimal("0.5"), DoseUnit.UNIT)).isEmpty();
    }

    @Test
    void a_dose_of_nothing_is_no_dose() {
        assertThatThrownBy(() -> shot(Drug.LIDOCAINE, "0", "1", "1", TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0");
    }
}
