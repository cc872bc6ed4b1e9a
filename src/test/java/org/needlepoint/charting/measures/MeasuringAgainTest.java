package org.needlepoint.charting.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.needlepoint.shared.Laterality;

class MeasuringAgainTest {
    private static final Instant NOON = Instant.parse("2026-12-02T17:00:00Z");
    private static final UUID ROBIN = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Measured ARM = new Measured(Kind.RANGE, "shoulder-flexion", Laterality.R, Manner.ACTIVE);
    private static final Measured ARM_STRENGTH =
            new Measured(Kind.STRENGTH, "shoulder-flexion", Laterality.R, Manner.MANUAL);

    private final List<Measure> taken = new ArrayList<>();

    private void take(Measured what, Value value, Moment moment, boolean inError) {
        taken.add(new Measure(
                MeasureId.next(),
                what,
                value,
                moment,
                Instrument.GONIOMETER,
                false,
                null,
                LocalDate.of(2026, 12, 2),
                NOON.plusSeconds(taken.size()),
                ROBIN,
                inError));
    }

    private void arm(double degrees, Moment moment) {
        take(ARM, Value.Quantity.of(List.of(degrees)), moment, false);
    }

    private VisitMeasures measures() {
        return new VisitMeasures(taken);
    }

    @Test
    void after_the_needles_shows_the_difference() {
        arm(120, Moment.BEFORE);
        assertThat(measures().change(ARM)).isEmpty();
        arm(147.5, Moment.AFTER);
        assertThat(measures().change(ARM)).hasValue(27.5);
    }

    @Test
    void the_later_value_of_the_same_moment_stands_and_the_earlier_stays() {
        arm(120, Moment.BEFORE);
        arm(125, Moment.BEFORE);
        assertThat(measures().standing(ARM, Moment.BEFORE).orElseThrow().value())
                .isEqualTo(Value.Quantity.of(List.of(125.0)));
        assertThat(measures().history()).hasSize(2);
    }

    @Test
    void what_was_entered_in_error_counts_for_nothing_and_the_one_before_stands_again() {
        arm(120, Moment.BEFORE);
        take(ARM, Value.Quantity.of(List.of(12.0)), Moment.BEFORE, true);
        assertThat(measures().standing()).hasSize(1);
        assertThat(measures().standing(ARM, Moment.BEFORE).orElseThrow().value())
                .isEqualTo(Value.Quantity.of(List.of(120.0)));
    }

    @Test
    void grades_have_no_difference_in_numbers() {
        take(ARM_STRENGTH, new Value.Word("4"), Moment.BEFORE, false);
        take(ARM_STRENGTH, new Value.Word("5"), Moment.AFTER, false);
        assertThat(measures().change(ARM_STRENGTH)).isEmpty();
    }
}
