package org.needlepoint.charting.care.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.care.Antiseptic;
import org.needlepoint.charting.care.CareEvent;
import org.needlepoint.charting.care.CareKind;
import org.needlepoint.charting.care.Measure;
import org.needlepoint.charting.care.Reaction;
import org.needlepoint.charting.care.Tone;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.shared.Laterality;
import org.springframework.util.MultiValueMap;

/// A form of the page as it was sent.
record CareForm(MultiValueMap<String, String> sent) {
    static final int LONGEST = 500;

    /// What is wrong with a field.
    record Mistake(String field, String textKey) {}

    /// Either what happened, or what has to be mended.
    record Read(@Nullable CareEvent event, List<Mistake> mistakes) {
        private static Read of(CareEvent event) {
            return new Read(event, List.of());
        }

        private static Read wrong(List<Mistake> mistakes) {
            return new Read(null, mistakes);
        }
    }

    Read response() {
        var local = whole("local", 0, 10);
        var referred = whole("referred", 0, 10);
        var tone = word(Tone.values(), "tone");
        return local == null && referred == null && tone == null
                ? Read.wrong(List.of(new Mistake("local", "care.error.response")))
                : Read.of(new CareEvent.Responded(local, referred, tone));
    }

    /// The place comes as muscle and side, `infraspinatus:R`, or empty.
    Read reaction() {
        var mistakes = new ArrayList<Mistake>();
        var what = word(Reaction.values(), "what");
        if (what == null) {
            mistakes.add(new Mistake("what", "care.error.reaction"));
        }
        number(mistakes, "pressed", 3600, "care.error.pressed");
        number(mistakes, "size", 500, "care.error.size");
        if (what == Reaction.OTHER && words("words") == null) {
            mistakes.add(new Mistake("words", "care.error.other"));
        }
        if (what == null || !mistakes.isEmpty()) {
            return Read.wrong(mistakes);
        }
        var where = text("where").split(":", -1);
        boolean placed = where.length == 2 && where[1].matches("[LRM]");
        return Read.of(new CareEvent.Reacted(
                what,
                placed ? where[0] : null,
                placed ? Laterality.valueOf(where[1]) : null,
                whole("pressed", 1, 3600),
                what == Reaction.BRUISE ? whole("size", 1, 500) : null,
                words("words"),
                words("done")));
    }

    Read treatment() {
        var mistakes = new ArrayList<Mistake>();
        var what = word(CareKind.values(), "kind");
        var minutes = whole("minutes", 1, CareEvent.Treated.MOST_MINUTES);
        if (what == null) {
            mistakes.add(new Mistake("kind", "care.error.kind"));
        }
        if (minutes == null) {
            mistakes.add(new Mistake("minutes", "care.error.minutes"));
        }
        if (what == null || minutes == null) {
            return Read.wrong(mistakes);
        }
        var area = word(BodyArea.values(), "area");
        return Read.of(new CareEvent.Treated(
                what, words("named"), minutes, area, area == null ? null : side(), words("instructions")));
    }

    Read hygiene() {
        var measures = EnumSet.noneOf(Measure.class);
        for (var measure : Measure.values()) {
            if (sent.getOrDefault("measure", List.of()).contains(measure.code())) {
                measures.add(measure);
            }
        }
        var antiseptic = word(Antiseptic.values(), "antiseptic");
        if (measures.contains(Measure.SKIN_PREPARED) && antiseptic == null) {
            return Read.wrong(List.of(new Mistake("antiseptic", "care.error.antiseptic")));
        }
        return Read.of(new CareEvent.Hygiene(
                measures, measures.contains(Measure.SKIN_PREPARED) ? antiseptic : null, words("different")));
    }

    private void number(List<Mistake> mistakes, String field, int most, String textKey) {
        if (!text(field).isEmpty() && whole(field, 1, most) == null) {
            mistakes.add(new Mistake(field, textKey));
        }
    }

    private Laterality side() {
        return switch (text("side")) {
            case "L" -> Laterality.L;
            case "R" -> Laterality.R;
            case "B" -> Laterality.B;
            default -> Laterality.M;
        };
    }

    private <E extends Enum<E>> @Nullable E word(E[] words, String field) {
        var wanted = text(field);
        return Arrays.stream(words)
                .filter(word ->
                        word.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Integer whole(String field, int least, int most) {
        var typed = text(field);
        if (!typed.matches("\\d{1,4}")) {
            return null;
        }
        int value = Integer.parseInt(typed);
        return value >= least && value <= most ? value : null;
    }

    private @Nullable String words(String field) {
        var typed = text(field);
        return typed.isEmpty() ? null : typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    private String text(String field) {
        return Optional.ofNullable(sent.getFirst(field)).orElse("").strip();
    }
}
