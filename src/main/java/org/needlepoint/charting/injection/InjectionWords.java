package org.needlepoint.charting.injection;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// Says what was injected, as the note and the pages write it.
@Component
public class InjectionWords {
    private static final int DECIMALS = 3;

    private final Knowledge knowledge;

    InjectionWords(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// "Lidocaine 10 mg in 1 mL (1 %)".
    public String drug(Shot shot, NoteWords words) {
        var name =
                shot.named() == null ? words.say("injection.drug." + shot.drug().code()) : shot.named();
        var dose = words.say("injection.dose." + shot.unit().code(), number(shot.dose(), words.locale()));
        var volume = words.say("injection.dose.ml", number(shot.volumeMl(), words.locale()));
        var concentration = shot.concentration();
        return concentration == null
                ? words.say("injection.said", name, dose, volume)
                : words.say(
                        "injection.said.of",
                        name,
                        dose,
                        volume,
                        words.say(
                                "injection.concentration."
                                        + concentration.unit().code(),
                                number(concentration.amount(), words.locale())));
    }

    /// "Infraspinatus, right".
    public String place(String muscle, Laterality side, NoteWords words) {
        var name = knowledge
                .muscle(muscle)
                .map(found -> words.begun(found.name().in(words.locale())))
                .orElse(muscle);
        return words.sided(name, side);
    }

    /// "lot A123, expires March 31, 2027; needle 25 G × 38 mm".
    public String vial(Shot shot, NoteWords words) {
        return words.say("injection.vial", shot.lot(), words.date(shot.expires()), shot.gauge(), shot.needleLengthMm());
    }

    /// What stood against an injection, in words.
    public String against(Injection injection, NoteWords words) {
        return words.list(injection.against().stream()
                .sorted()
                .map(obstacle -> words.say("injection.against." + obstacle.code()))
                .collect(Collectors.toList()));
    }

    private static String number(BigDecimal amount, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(amount);
    }
}
