package org.needlepoint.frontdoor.library;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Condition;
import org.needlepoint.anatomy.Condition.Finding;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What studies counted, as rows of a table; for staff, since patients see no percentages (rule C10).
@Component
class CountPoints {
    private static final double WHOLE = 100;

    private final Knowledge knowledge;
    private final MessageSource messages;

    CountPoints(Knowledge knowledge, MessageSource messages) {
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// Rows about a muscle, alone or counted with others; people with a complaint before comparison groups.
    List<Counted> in(Muscle muscle, References references, Locale locale) {
        return knowledge.conditions().stream()
                .sorted(Comparator.comparing(Condition::comparison))
                .flatMap(condition -> rows(condition, finding -> isOf(finding, muscle), references, locale).stream())
                .toList();
    }

    /// Every row of a condition.
    List<Counted> of(Condition condition, References references, Locale locale) {
        return rows(condition, _ -> true, references, locale);
    }

    /// Whether a study counted trigger points in this muscle, alone or with others.
    boolean counts(Condition condition, Muscle muscle) {
        return condition.findings().stream()
                .anyMatch(finding -> finding.measure() == Finding.Measure.TRIGGER_POINTS && isOf(finding, muscle));
    }

    private boolean isOf(Finding finding, Muscle muscle) {
        return muscle.id().equals(finding.muscle())
                || (finding.group() != null
                        && knowledge.group(finding.group()).stream()
                                .anyMatch(group -> group.members().contains(muscle.id())));
    }

    private List<Counted> rows(Condition condition, Predicate<Finding> wanted, References references, Locale locale) {
        var percent = NumberFormat.getPercentInstance(locale);
        percent.setMaximumFractionDigits(1);
        return condition.findings().stream()
                .filter(wanted)
                .map(finding -> new Counted(
                        condition.name(),
                        condition.comparison(),
                        where(finding, locale),
                        finding.muscle(),
                        finding.side() == null ? null : say("library.side." + finding.side(), locale),
                        finding.measure() == Finding.Measure.TENDERNESS,
                        share(finding.activePct(), finding.activeLow(), finding.activeHigh(), percent),
                        share(finding.latentPct(), finding.latentLow(), finding.latentHigh(), percent),
                        share(finding.anyPct(), finding.anyLow(), finding.anyHigh(), percent),
                        finding.n(),
                        finding.note(),
                        references.cite(finding.sources())))
                .toList();
    }

    private String where(Finding finding, Locale locale) {
        if (finding.muscle() == null) {
            return say("library.group." + finding.group(), locale);
        }
        return knowledge
                .muscle(finding.muscle())
                .map(muscle -> muscle.name().in(locale))
                .orElse(finding.muscle());
    }

    private static @Nullable String share(
            @Nullable Double value, @Nullable Double low, @Nullable Double high, NumberFormat percent) {
        if (value != null) {
            return percent.format(value / WHOLE);
        }
        return low == null || high == null
                ? null
                : percent.format(low / WHOLE).replaceAll("[^\\d.,]", "") + "–" + percent.format(high / WHOLE);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
