package org.needlepoint.charting.examination;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Targets and their reasons in words, for pages and notes.
@Component
public class TargetWords {
    private final Knowledge knowledge;
    private final MapViews map;
    private final MessageSource messages;

    TargetWords(Knowledge knowledge, MapViews map, MessageSource messages) {
        this.knowledge = knowledge;
        this.map = map;
        this.messages = messages;
    }

    /// "Infraspinatus, right, point 2".
    public String label(Target target, Locale locale) {
        return label(target.muscle(), target.side(), target.point(), locale);
    }

    /// "Infraspinatus, right, point 2".
    ///
    /// @param point null for the muscle as a whole
    public String label(String id, Laterality side, @Nullable String point, Locale locale) {
        var muscle = muscle(id, side, locale);
        return point == null ? muscle : messages.getMessage("target.label.point", new Object[] {muscle, point}, locale);
    }

    /// "Infraspinatus, right"; the id itself where this edition does not know it.
    public String muscle(String id, Laterality side, Locale locale) {
        var name = knowledge.muscle(id).map(found -> found.name().in(locale)).orElse(id);
        return side == Laterality.M
                ? name
                : messages.getMessage(
                        "examination.sided",
                        new Object[] {name, messages.getMessage("examination.side." + side, null, locale)},
                        locale);
    }

    /// "familiar pain reproduced; taut band; explains Neck, back (right); sore since the swim".
    public String because(Because because, Locale locale) {
        var said = new ArrayList<String>();
        for (var reason : because.reasons()) {
            said.add(
                    reason == Reason.EXPLAINS_PAIN && !because.explains().isEmpty()
                            ? explains(because, locale)
                            : messages.getMessage("target.reason." + reason.word(), null, locale));
        }
        if (because.words() != null) {
            said.add(because.words());
        }
        return String.join("; ", said);
    }

    private String explains(Because because, Locale locale) {
        return messages.getMessage("target.explains", new Object[] {places(because.explains(), locale)}, locale);
    }

    /// "Calf (right), Heel (right)".
    public String places(List<ZonePlace> places, Locale locale) {
        return places.stream()
                .map(place -> map.label(place.zone(), place.side(), locale))
                .collect(Collectors.joining(", "));
    }
}
