package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.BodyLayers;
import org.needlepoint.charting.examination.web.Figure.Layer;
import org.needlepoint.charting.examination.web.Figure.Named;
import org.needlepoint.charting.examination.web.Figure.Painted;
import org.needlepoint.charting.examination.web.Figure.Shape;
import org.needlepoint.charting.examination.web.Figure.Tab;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.NotFound;
import org.springframework.stereotype.Component;

/// Draws a view: the anatomy of the reference body, and over it what the patient marked.
@Component
class FigureModel {
    private static final int DEEPEST = 4;

    private final Atlas atlas;
    private final MarkedZones marked;
    private final StructureWords words;
    private final Tell tell;

    FigureModel(Atlas atlas, MarkedZones marked, StructureWords words, Tell tell) {
        this.atlas = atlas;
        this.marked = marked;
        this.words = words;
        this.tell = tell;
    }

    /// The view that shows most of what was marked; the back for an empty drawing.
    String usualView(PainReport pain) {
        var best = "back";
        var most = 0.0;
        for (var view : Asked.VIEWS) {
            var area = marked.on(view, pain).stream()
                    .mapToDouble(MarkedZones.OnView::areaCm2)
                    .sum();
            if (area > most) {
                best = view;
                most = area;
            }
        }
        return best;
    }

    Figure figure(PainReport pain, Asked asked, Locale locale) {
        var view = atlas.view(asked.view()).orElseThrow(NotFound::new);
        var layers = BodyLayers.ofReferenceBody().view(view.id()).orElseThrow(NotFound::new);
        var structure = asked.structure();
        var line = asked.line();
        return new Figure(
                view.id(),
                tell.it("bodymap.view." + view.id(), locale),
                view.box(),
                view.skin(),
                layers.bone(),
                Asked.VIEWS.stream()
                        .map(each -> new Tab(
                                each,
                                tell.it("bodymap.view." + each, locale),
                                each.equals(view.id()),
                                !marked.on(each, pain).isEmpty()))
                        .toList(),
                layers(layers, locale),
                layers.hazards().stream()
                        .map(shape -> shape(shape, shape.whole(), locale))
                        .toList(),
                layers.landmarks().stream()
                        .map(mark -> new Named(
                                tell.or("landmark." + mark.nameKey(), mark.name(), locale), mark.x(), mark.y()))
                        .toList(),
                marked.on(view.id(), pain).stream()
                        .map(each -> new Painted(each.path(), each.level()))
                        .toList(),
                new Figure.Touched(
                        structure == null
                                ? null
                                : layers.shape(structure.id())
                                        .map(BodyLayers.Shape::whole)
                                        .orElse(null),
                        line == null ? null : line.x(),
                        line == null ? null : line.y()));
    }

    private List<Layer> layers(BodyLayers.Layers layers, Locale locale) {
        var depths = new ArrayList<Layer>();
        for (var depth = 1; depth <= DEEPEST; depth++) {
            var shapes = new ArrayList<Shape>();
            for (var shape : layers.muscles()) {
                var path = depth == 1 ? shape.visible() : shape.outline();
                if (path != null && (depth == 1 || Math.clamp(shape.layer(), 2, DEEPEST) == depth)) {
                    shapes.add(shape(shape, path, locale));
                }
            }
            depths.add(new Layer(depth, shapes));
        }
        return depths;
    }

    private Shape shape(BodyLayers.Shape shape, String path, Locale locale) {
        var structure = shape.structure();
        return new Shape(
                structure.id(),
                words.label(structure, locale),
                path,
                structure.kind().word(),
                structure.basisWord());
    }
}
