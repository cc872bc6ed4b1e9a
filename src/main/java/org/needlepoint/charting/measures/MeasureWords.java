package org.needlepoint.charting.measures;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Measures in words, for pages and notes.
@Component
public class MeasureWords {
    private final MessageSource messages;
    private final Knowledge knowledge;

    MeasureWords(MessageSource messages, Knowledge knowledge) {
        this.messages = messages;
        this.knowledge = knowledge;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /// "Shoulder flexion", "Strength of C5", "Infraspinatus, tone": without its side and its manner.
    public String thing(Measured what, Locale locale) {
        return switch (what.kind()) {
            case RANGE -> movement(what, locale);
            case STRENGTH -> say("measure.strength", locale, movement(what, locale));
            case PRESSURE_PAIN -> say("measure.pressure-pain", locale, muscle(what, locale));
            case TONE -> say("measure.tone", locale, muscle(what, locale));
            case TEST -> say("measure.test", locale, coded("measure.test.", what, locale));
            case TOUCH ->
                what.code().equals(Catalogue.SADDLE)
                        ? say("measure.touch.saddle", locale)
                        : say("measure.touch", locale, what.code().toUpperCase(Locale.ROOT));
            case MYOTOME -> say("measure.myotome", locale, what.code().toUpperCase(Locale.ROOT));
            case REFLEX -> coded("measure.reflex.", what, locale);
            case UPPER_MOTOR -> coded("measure.upper-motor.", what, locale);
            case POSTURE -> coded("measure.posture.", what, locale);
            case REACTION -> say("measure.reaction", locale);
            case ULTRASOUND ->
                say(
                        "measure.ultrasound",
                        locale,
                        coded("measure.area.", what, locale).toLowerCase(locale));
        };
    }

    /// The bare name that stands in a list under its kind: "Shoulder flexion", "C5", "Infraspinatus".
    public String bare(Measured what, Locale locale) {
        return switch (what.kind()) {
            case RANGE, STRENGTH -> movement(what, locale);
            case PRESSURE_PAIN, TONE -> muscle(what, locale);
            case TEST -> coded("measure.test.", what, locale);
            case TOUCH ->
                what.code().equals(Catalogue.SADDLE)
                        ? thing(what, locale)
                        : what.code().toUpperCase(Locale.ROOT);
            case MYOTOME -> what.code().toUpperCase(Locale.ROOT);
            case ULTRASOUND -> coded("measure.area.", what, locale);
            case REFLEX, UPPER_MOTOR, POSTURE, REACTION -> thing(what, locale);
        };
    }

    /// "Shoulder flexion, right, active".
    public String full(Measured what, Locale locale) {
        var words = thing(what, locale);
        if (what.side() != Laterality.M) {
            words = say("measure.sided", locale, words, say("examination.side." + what.side(), locale));
        }
        return what.manner() == Manner.PLAIN
                ? words
                : say(
                        "measure.sided",
                        locale,
                        words,
                        say("measure.manner." + what.manner().word(), locale));
    }

    private String movement(Measured what, Locale locale) {
        return coded("measure.movement.", what, locale);
    }

    private String muscle(Measured what, Locale locale) {
        return knowledge
                .muscle(what.code())
                .map(found -> found.name().in(locale))
                .orElse(what.code());
    }

    /// What an older edition coded and this one no longer knows keeps its code.
    private String coded(String prefix, Measured what, Locale locale) {
        var found = messages.getMessage(prefix + what.code(), null, what.code(), locale);
        return found == null ? what.code() : found;
    }

    /// "120°", "reduced", "4-".
    public String value(Measured what, Value value, Locale locale) {
        return switch (value) {
            case Value.Quantity number -> quantity(number.mean(), unit(what), locale);
            case Value.Word(var word) -> word(what.kind(), word, locale);
            case Value.Remark(var text) -> text;
        };
    }

    /// A number with its unit: "12.5 N".
    public String quantity(double number, Unit unit, Locale locale) {
        return say("measure.unit." + unit.word(), locale, number(number, locale));
    }

    /// A number as people write it, with at most two decimals.
    public String number(double number, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        format.setGroupingUsed(false);
        return format.format(number);
    }

    /// A step of a scale; grades are the same in every language.
    public String word(Kind kind, String word, Locale locale) {
        var found = messages.getMessage("measure.word." + kind.word() + "." + word, null, word, locale);
        return found == null ? word : found;
    }

    /// "+27.5°".
    public String change(Measured what, double change, Locale locale) {
        return (change > 0 ? "+" : "") + quantity(change, unit(what), locale);
    }

    /// "120° (goniometer), painful, mean of 3": all that was said of it, apart from when.
    public String said(Measure measure, Locale locale) {
        var words = new StringBuilder(value(measure.what(), measure.value(), locale));
        if (measure.instrument() != null) {
            words.append(" (").append(instrument(measure.instrument(), locale)).append(')');
        }
        if (measure.value() instanceof Value.Quantity number
                && number.readings().size() > 1) {
            words.append(", ")
                    .append(say("measure.mean", locale, number.readings().size()));
        }
        if (measure.painful()) {
            words.append(", ").append(say("measure.painful", locale));
        }
        if (measure.sameAs() != null) {
            words.append(", ").append(say("measure.sameAs", locale));
        }
        return words.toString();
    }

    private String instrument(Instrument instrument, Locale locale) {
        return say("measure.instrument." + instrument.word(), locale);
    }

    /// The unit of what is measured in numbers.
    static Unit unit(Measured what) {
        return switch (what.kind()) {
            case STRENGTH -> Unit.NEWTON;
            case PRESSURE_PAIN -> Unit.KPA;
            case REACTION -> Unit.MS;
            default -> what.code().equals("jaw-opening") ? Unit.MM : Unit.DEGREE;
        };
    }

    /// What a measure and the one after treatment come to in a note: "120°; after treatment 147.5° (+27.5°)".
    public String inNote(VisitMeasures measures, Measure measure, @Nullable Measure after, Locale locale) {
        if (after == null) {
            return said(measure, locale);
        }
        var then = say("measure.note.after", locale, said(after, locale));
        var change = measures.change(measure.what());
        return said(measure, locale)
                + "; "
                + (change.isPresent()
                        ? say("measure.note.change", locale, then, change(measure.what(), change.getAsDouble(), locale))
                        : then);
    }
}
