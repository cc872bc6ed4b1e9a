package org.needlepoint.charting.examination.web;

import java.text.NumberFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The words of the practitioner's map.
@Component
class Tell {
    private final MessageSource messages;
    private final Knowledge knowledge;
    private final MapViews map;

    Tell(MessageSource messages, Knowledge knowledge, MapViews map) {
        this.messages = messages;
        this.knowledge = knowledge;
        this.map = map;
    }

    String it(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /// The words of a key, or others where nobody has written them.
    String or(String key, String otherwise, Locale locale) {
        var found = messages.getMessage(key, null, otherwise, locale);
        return found == null ? otherwise : found;
    }

    /// "Infraspinatus, right"; the id itself where this edition does not know it.
    String muscle(String id, Laterality side, Locale locale) {
        var name = muscle(id, locale);
        return side == Laterality.M ? name : it("examination.sided", locale, name, side(side, locale));
    }

    String muscle(String id, Locale locale) {
        return knowledge.muscle(id).map(found -> found.name().in(locale)).orElse(id);
    }

    String side(Laterality side, Locale locale) {
        return it("examination.side." + side, locale);
    }

    /// "shoulder, front; elbow": zones without their sides.
    List<String> zones(Collection<String> zones, Locale locale) {
        return zones.stream().map(zone -> map.label(zone, Laterality.M, locale)).toList();
    }

    /// "31%"; below one in a hundred "under 1%".
    String percent(double probability, Locale locale) {
        var hundredth = 0.01;
        var format = NumberFormat.getPercentInstance(locale);
        return probability < hundredth
                ? it("examination.percent.under", locale, format.format(hundredth))
                : format.format(probability);
    }
}
