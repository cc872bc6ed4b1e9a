package org.needlepoint.charting.examination.web;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.DrawnAreas;
import org.needlepoint.charting.examination.DrawingsOverTime.Drawing;
import org.needlepoint.scheduling.PainReport;
import org.springframework.stereotype.Component;

/// A patient's drawings over each other, with how far they reach and how far they cover the same.
@Component
class DrawingsModel {
    private final Atlas atlas;
    private final DrawnAreas areas;
    private final MarkedZones marked;
    private final Tell tell;

    DrawingsModel(Atlas atlas, MarkedZones marked, Tell tell) {
        this.atlas = atlas;
        this.areas = new DrawnAreas(atlas);
        this.marked = marked;
        this.tell = tell;
    }

    /// A drawing in the table.
    ///
    /// @param when    "Tuesday, December 1, 2026"
    /// @param cm2     of the figure, whole
    /// @param percent of the figure's front and back
    /// @param overlap with the first drawing, in percent; null for the first itself
    record Line(
            String visit,
            String when,
            String cm2,
            String percent,
            @Nullable String overlap) {}

    /// A view on which something was drawn.
    record View(String id, String label, String box, String skin, List<Layer> layers) {}

    /// What one drawing covers of a view.
    ///
    /// @param number of the drawing, from 0
    record Layer(int number, List<Figure.Painted> shapes) {}

    List<Line> lines(List<Drawing> drawings, Locale locale) {
        var covered = drawings.stream().map(drawing -> area(drawing.pain())).toList();
        var number = NumberFormat.getIntegerInstance(locale);
        var share = NumberFormat.getPercentInstance(locale);
        var fine = NumberFormat.getNumberInstance(locale);
        fine.setMaximumFractionDigits(1);
        return IntStream.range(0, drawings.size())
                .mapToObj(i -> new Line(
                        drawings.get(i).visit().id().value().toString(),
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(locale)
                                .format(drawings.get(i).visit().localStart()),
                        number.format(covered.get(i).cm2()),
                        fine.format(covered.get(i).percentOfFigure()),
                        i == 0 ? null : share.format(covered.get(i).overlap(covered.getFirst()))))
                .toList();
    }

    private DrawnAreas.Area area(PainReport pain) {
        return areas.of(
                pain.marks().stream()
                        .filter(mark -> !mark.painted())
                        .map(mark -> new DrawnAreas.Place(mark.zone(), mark.side()))
                        .toList(),
                pain.outlines().stream()
                        .map(outline -> new DrawnAreas.Shape(
                                outline.view(),
                                outline.points().stream()
                                        .map(point -> new DrawnAreas.Point(point.x(), point.y()))
                                        .toList()))
                        .toList());
    }

    List<View> views(List<Drawing> drawings, Locale locale) {
        var views = new ArrayList<View>();
        for (var id : Asked.VIEWS) {
            var layers = IntStream.range(0, drawings.size())
                    .mapToObj(i -> new Layer(
                            i,
                            marked.on(id, drawings.get(i).pain()).stream()
                                    .map(each -> new Figure.Painted(each.path(), each.level()))
                                    .toList()))
                    .filter(layer -> !layer.shapes().isEmpty())
                    .toList();
            if (!layers.isEmpty()) {
                atlas.view(id)
                        .map(view ->
                                new View(id, tell.it("bodymap.view." + id, locale), view.box(), view.skin(), layers))
                        .ifPresent(views::add);
            }
        }
        return views;
    }
}
