package org.needlepoint.charting.injection.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.injection.Concentration;
import org.needlepoint.charting.injection.DoseUnit;
import org.needlepoint.charting.injection.Doubt;
import org.needlepoint.charting.injection.Drug;
import org.needlepoint.charting.injection.Shot;
import org.needlepoint.charting.note.VisitDay;
import org.needlepoint.shared.Laterality;
import org.springframework.util.MultiValueMap;

/// The form of an injection as it was sent.
record InjectionForm(MultiValueMap<String, String> sent) {
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final int LONGEST_REASON = 1000;

    /// What is wrong with a field.
    record Mistake(String field, String textKey) {}

    /// Either the shot with when it was given, or what has to be mended.
    sealed interface Read {
        record Right(Shot shot, Instant givenAt) implements Read {}

        record Wrong(List<Mistake> mistakes) implements Read {}
    }

    Read read(Knowledge knowledge, VisitDay day) {
        var mistakes = new ArrayList<Mistake>();
        var drug = word(Drug.values(), "drug");
        var named = drug == Drug.OTHER ? text("named") : null;
        var dose = amount("dose");
        var unit = word(DoseUnit.values(), "unit");
        var volume = amount("volume");
        var concentration = concentration(mistakes);
        var lot = text("lot");
        var expires = expires();
        var muscle = knowledge.muscle(text("muscle"));
        var side = side(muscle);
        int gauge = whole("gauge", 16, 34);
        int length = whole("length", 5, 200);
        var givenAt = day.atOrNow(text("at"));
        require(mistakes, drug != null, "drug", "injection.error.drug");
        require(
                mistakes,
                named == null || (!named.isEmpty() && named.length() <= 100),
                "named",
                "injection.error.named");
        require(mistakes, dose != null, "dose", "injection.error.dose");
        require(mistakes, unit != null, "unit", "injection.error.unit");
        require(mistakes, volume != null, "volume", "injection.error.volume");
        require(mistakes, !lot.isEmpty() && lot.length() <= 60, "lot", "injection.error.lot");
        require(mistakes, expires != null, "expires", "injection.error.expires");
        require(mistakes, muscle.isPresent(), "muscle", "injection.error.muscle");
        require(mistakes, muscle.isEmpty() || side != null, "side", "injection.error.side");
        require(mistakes, gauge > 0, "gauge", "injection.error.gauge");
        require(mistakes, length > 0, "length", "injection.error.length");
        require(mistakes, givenAt != null, "at", "injection.error.at");
        if (!mistakes.isEmpty()
                || drug == null
                || dose == null
                || unit == null
                || volume == null
                || expires == null
                || side == null
                || givenAt == null) {
            return new Read.Wrong(mistakes);
        }
        return new Read.Right(
                new Shot(
                        drug,
                        named,
                        dose,
                        unit,
                        volume,
                        concentration,
                        lot,
                        expires,
                        muscle.orElseThrow().id(),
                        side,
                        gauge,
                        length),
                givenAt);
    }

    private static void require(List<Mistake> mistakes, boolean right, String field, String textKey) {
        if (!right) {
            mistakes.add(new Mistake(field, textKey));
        }
    }

    /// What was confirmed on the page that asked.
    Set<Doubt> confirmed() {
        var confirmed = EnumSet.noneOf(Doubt.class);
        for (var doubt : Doubt.values()) {
            if (sent.getOrDefault("confirm", List.of()).contains(doubt.code())) {
                confirmed.add(doubt);
            }
        }
        return confirmed;
    }

    boolean already() {
        return "yes".equals(first("already"));
    }

    @Nullable
    String reason() {
        var said = text("reason");
        return said.isEmpty() ? null : said.substring(0, Math.min(said.length(), LONGEST_REASON));
    }

    private @Nullable Concentration concentration(List<Mistake> mistakes) {
        if (text("concentration").isEmpty()) {
            return null;
        }
        var amount = amount("concentration");
        var unit = word(Concentration.Unit.values(), "concentrationUnit");
        if (amount == null || unit == null) {
            mistakes.add(new Mistake("concentration", "injection.error.concentration"));
            return null;
        }
        return new Concentration(amount, unit);
    }

    /// Month and year as most labels say it, with the day where the label has one: the vial is good to the end of it.
    private @Nullable LocalDate expires() {
        int year = whole("expires-year", 2000, 2100);
        int month = whole("expires-month", 1, 12);
        if (year < 0 || month < 0) {
            return null;
        }
        if (text("expires-day").isEmpty()) {
            return YearMonth.of(year, month).atEndOfMonth();
        }
        try {
            return LocalDate.of(year, month, whole("expires-day", 1, 31));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Laterality side(Optional<Muscle> muscle) {
        if (muscle.filter(found -> found.side() == Muscle.Side.UNPAIRED).isPresent()) {
            return Laterality.M;
        }
        return switch (first("side")) {
            case "L" -> Laterality.L;
            case "R" -> Laterality.R;
            default -> null;
        };
    }

    private <E extends Enum<E>> @Nullable E word(E[] words, String field) {
        var wanted = first(field);
        return Arrays.stream(words)
                .filter(word ->
                        word.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /// A decimal number above 0, with a point or a comma.
    private @Nullable BigDecimal amount(String field) {
        var typed = text(field).replace(',', '.');
        if (!typed.matches("\\d{1,6}(\\.\\d{1,3})?|\\.\\d{1,3}")) {
            return null;
        }
        var amount = new BigDecimal(typed);
        return amount.signum() > 0 && amount.compareTo(MOST) <= 0 ? amount : null;
    }

    private int whole(String field, int least, int most) {
        var typed = text(field);
        if (!typed.matches("\\d{1,4}")) {
            return -1;
        }
        int value = Integer.parseInt(typed);
        return value >= least && value <= most ? value : -1;
    }

    private String text(String field) {
        return first(field).strip();
    }

    private String first(String field) {
        return Optional.ofNullable(sent.getFirst(field)).orElse("");
    }
}
