package org.needlepoint.frontdoor.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Draws zones on the body map, on the patient's right half, wherever they can be seen.
@Component
class DrawPlaces {
    private final Atlas atlas;
    private final MessageSource messages;

    DrawPlaces(Atlas atlas, MessageSource messages) {
        this.atlas = atlas;
        this.messages = messages;
    }

    /// Without views when nothing of it can be seen.
    Drawing draw(Map<String, Drawing.Kind> zones, Locale locale) {
        return new Drawing(atlas.views().stream()
                .filter(view -> view.of() == null && !view.id().equals("left"))
                .map(view -> new Drawing.View(
                        view.id(),
                        messages.getMessage("bodymap.view." + view.id(), null, locale),
                        view.box(),
                        view.skin(),
                        shapes(view, zones)))
                .filter(view -> !view.shapes().isEmpty())
                .toList());
    }

    private static List<Drawing.Shape> shapes(Atlas.View view, Map<String, Drawing.Kind> zones) {
        return view.zones().stream()
                .filter(shape -> zones.containsKey(shape.zone()) && shape.side() != Laterality.L)
                .map(shape -> new Drawing.Shape(shape.path(), Objects.requireNonNull(zones.get(shape.zone()))))
                .toList();
    }
}
