package org.needlepoint.charting.needling.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The words of this module's pages.
@Component
class Say {
    private static final int UM_PER_MM = 1000;

    private final MessageSource messages;
    private final Knowledge knowledge;

    Say(MessageSource messages, Knowledge knowledge) {
        this.messages = messages;
        this.knowledge = knowledge;
    }

    String it(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /// "Upper trapezius"; the id itself where this edition does not know it.
    String muscle(String id, Locale locale) {
        return knowledge.muscle(id).map(it -> it.name().in(locale)).orElse(id);
    }

    /// "Upper trapezius, right".
    String muscle(String id, Laterality side, Locale locale) {
        var name = muscle(id, locale);
        return side == Laterality.M ? name : it("charting.muscle.sided", locale, name, side(side, locale));
    }

    String side(Laterality side, Locale locale) {
        return it("charting.side." + side, locale);
    }

    String region(Muscle muscle, Locale locale) {
        return region(muscle.region(), locale);
    }

    String region(String region, Locale locale) {
        return it("charting.region." + region, locale);
    }

    /// "0.25 × 40 mm".
    String needle(Placement placement, Locale locale) {
        return it("charting.needle.size", locale, diameter(placement.diameterUm(), locale), placement.lengthMm());
    }

    String diameter(int um, Locale locale) {
        return String.format(locale, "%.2f", (double) um / UM_PER_MM);
    }

    /// "3:04 PM", where the practice is.
    String time(Instant at, Practice practice, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(Locale.of(locale.getLanguage(), practice.country()))
                .format(at.atZone(practice.zone()))
                .replace('\u202f', ' ')
                .replace('\u00a0', ' ');
    }

    /// "Tuesday, December 1, 2026".
    String day(Instant at, Practice practice, Locale locale) {
        var words = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(Locale.of(locale.getLanguage(), practice.country()))
                .format(at.atZone(practice.zone()));
        return words.substring(0, 1).toUpperCase(locale) + words.substring(1);
    }
}
