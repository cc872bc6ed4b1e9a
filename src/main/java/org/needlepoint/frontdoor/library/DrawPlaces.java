package org.needlepoint.frontdoor.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.BodyLayers;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Draws zones on the body map, on the patient's right half, wherever they can be seen.
@Component
class DrawPlaces {
    private static final List<String> FRONT_BACK_SIDE = List.of("front", "back", "right");

    private final Atlas atlas;
    private final BodyLayers layers = BodyLayers.ofReferenceBody();
    private final MessageSource messages;

    DrawPlaces(Atlas atlas, MessageSource messages) {
        this.atlas = atlas;
        this.messages = messages;
    }

    /// Without views when nothing of it can be seen. A small pattern is shown large, all views at one scale.
    Drawing draw(Map<String, Drawing.Kind> zones, Locale locale) {
        return draw(zones, List.of(), locale);
    }

    /// The same over the outline of a muscle, as it lies below the skin.
    Drawing draw(Map<String, Drawing.Kind> zones, Muscle muscle, Locale locale) {
        var structures = atlas.muscle(muscle.id()).map(Atlas.MuscleShapes::structures).orElse(List.of()).stream()
                .map(structure -> structure + "-r")
                .toList();
        return draw(zones, structures, locale);
    }

    private Drawing draw(Map<String, Drawing.Kind> zones, List<String> structures, Locale locale) {
        var nearest = FRONT_BACK_SIDE.stream()
                .flatMap(view -> outlines(view, structures).stream())
                .mapToInt(BodyLayers.Shape::layer)
                .min()
                .orElse(0);
        var shown = new LinkedHashMap<Atlas.View, List<Drawing.Shape>>();
        for (var view : atlas.views()) {
            var shapes = Stream.concat(
                            outlines(view.id(), structures).stream()
                                    .filter(shape -> shape.layer() <= nearest + 1) // else seen through the body
                                    .map(DrawPlaces::outline),
                            shapes(view, zones).stream())
                    .toList();
            if (FRONT_BACK_SIDE.contains(view.id()) && !shapes.isEmpty()) {
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

    private List<BodyLayers.Shape> outlines(String view, List<String> structures) {
        return layers.view(view).stream()
                .flatMap(layer -> structures.stream().flatMap(structure -> layer.shape(structure).stream()))
                .filter(shape -> !shape.whole().isEmpty())
                .toList();
    }

    private static Drawing.Shape outline(BodyLayers.Shape shape) {
        return new Drawing.Shape(
                shape.whole(),
                shape.structure().basis() == Atlas.Basis.MEASURED
                        ? Drawing.Kind.MUSCLE
                        : Drawing.Kind.MUSCLE_CONSTRUCTED);
    }

    private static List<Drawing.Shape> shapes(Atlas.View view, Map<String, Drawing.Kind> zones) {
        return view.zones().stream()
                .filter(shape -> zones.containsKey(shape.zone()) && shape.side() != Laterality.L)
                .map(shape -> new Drawing.Shape(shape.path(), Objects.requireNonNull(zones.get(shape.zone()))))
                .toList();
    }
}
