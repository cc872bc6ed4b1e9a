package org.needlepoint.frontdoor.library;

import java.util.LinkedHashMap;
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

    /// Without views when nothing of it can be seen. A small pattern is shown large, all views at one scale.
    Drawing draw(Map<String, Drawing.Kind> zones, Locale locale) {
        var shown = new LinkedHashMap<Atlas.View, List<Drawing.Shape>>();
        for (var view : atlas.views()) {
            var shapes = shapes(view, zones);
            if (view.of() == null && !view.id().equals("left") && !shapes.isEmpty()) {
                shown.put(view, shapes);
            }
        }
        var all = new Frame();
        shown.values().forEach(shapes -> shapes.forEach(shape -> all.with(shape.path())));
        return new Drawing(shown.entrySet().stream()
                .map(entry -> view(entry.getKey(), entry.getValue(), all, locale))
                .toList());
    }

    private Drawing.View view(Atlas.View view, List<Drawing.Shape> shapes, Frame all, Locale locale) {
        var frame = new Frame();
        shapes.forEach(shape -> frame.with(shape.path()));
        return new Drawing.View(
                view.id(),
                messages.getMessage("bodymap.view." + view.id(), null, locale),
                frame.asHighAs(all).box(view.box()),
                view.skin(),
                shapes);
    }

    private static List<Drawing.Shape> shapes(Atlas.View view, Map<String, Drawing.Kind> zones) {
        return view.zones().stream()
                .filter(shape -> zones.containsKey(shape.zone()) && shape.side() != Laterality.L)
                .map(shape -> new Drawing.Shape(shape.path(), Objects.requireNonNull(zones.get(shape.zone()))))
                .toList();
    }
}
