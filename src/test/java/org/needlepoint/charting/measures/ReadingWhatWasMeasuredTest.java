package org.needlepoint.charting.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.shared.Laterality;

class ReadingWhatWasMeasuredTest {
    private static final Catalogue CATALOGUE = new Catalogue(Knowledge.load());
    private static final DecimalFormat PLAIN = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));

    @ParameterizedTest(name = "{0} {1} is {2}: {3}")
    @CsvFileSource(resources = "/cases/measures.csv", numLinesToSkip = 1)
    void takes_what_can_be_and_says_what_cannot(
            String key, @Nullable String typed, String answer, @Nullable String reason) {
        assertThat(said(key, typed == null ? "" : typed)).as(reason).isEqualTo(answer);
    }

    private static String said(String key, String typed) {
        var what = Measured.of(key);
        if (what.isEmpty()) {
            return "no key";
        }
        return CATALOGUE
                .scale(what.get())
                .map(scale -> said(scale.read(List.of(typed.split(";", -1)))))
                .orElse("no such thing");
    }

    private static String said(Scale.Read read) {
        return switch (read) {
            case Scale.Read.Blank() -> "nothing";
            case Scale.Read.Given(var value, var unusual) -> said(value) + (unusual ? "?" : "");
            case Scale.Read.NoNumber() -> "not a number";
            case Scale.Read.Impossible(var limits, var _) ->
                PLAIN.format(limits.least()) + " to " + PLAIN.format(limits.most());
            case Scale.Read.NoSuchWord(var _) -> "not on the scale";
            case Scale.Read.TooLong(var _) -> "too long";
        };
    }

    private static String said(Value value) {
        return switch (value) {
            case Value.Quantity number -> PLAIN.format(number.mean());
            case Value.Word(var word) -> word;
            case Value.Remark(var text) -> text;
        };
    }

    @Test
    void every_movement_can_be_measured_in_range_and_strength_on_the_sides_that_it_has() {
        for (var movement : JointMovement.values()) {
            var side = movement.sided() ? Laterality.R : Laterality.M;
            for (var manner : List.of(Manner.ACTIVE, Manner.PASSIVE)) {
                assertThat(CATALOGUE.scale(new Measured(Kind.RANGE, movement.word(), side, manner)))
                        .isPresent();
            }
            var strength = new Measured(Kind.STRENGTH, movement.word(), side, Manner.MANUAL);
            assertThat(CATALOGUE.scale(strength)).isPresent();
            assertThat(CATALOGUE.area(strength)).contains(movement.area());
        }
    }

    @Test
    void a_key_is_read_as_it_is_written() {
        var what = new Measured(Kind.PRESSURE_PAIN, "upper-trapezius", Laterality.L, Manner.PLAIN);
        assertThat(Measured.of(what.key())).contains(what);
    }
}
