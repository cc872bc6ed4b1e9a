package org.needlepoint.charting.examination.web;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Zone;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.Atlas.Place;
import org.needlepoint.anatomy.atlas.Covering;
import org.needlepoint.anatomy.atlas.Extent;
import org.needlepoint.charting.examination.DrawingsOverTime.Drawing;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// A patient's drawings over each other, with how far they reach and how far they cover the same.
@Component
class DrawingsModel {
    private final Atlas atlas;
    private final Knowledge knowledge;
    private final MarkedZones marked;
    private final Tell tell;

    DrawingsModel(Atlas atlas, Knowledge knowledge, MarkedZones marked, Tell tell) {
        this.atlas = atlas;
        this.knowledge = knowledge;
        this.marked = marked;
        this.tell = tell;
    }

    /// A drawing in the table.
    ///
    /// @param when    "Tuesday, December 1, 2026"
    /// @param cm2     of the figure, whole
    /// @param percent of all zones of the body
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
        var covered = drawings.stream().map(drawing -> extent(drawing.pain())).toList();
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
                        fine.format(covered.get(i).percent()),
                        i == 0 ? null : share.format(covered.get(i).overlap(covered.getFirst()))))
                .toList();
    }

    private Extent extent(PainReport pain) {
        var extent = new Extent(atlas);
        for (var mark : pain.marks()) {
            if (!mark.painted()) {
                sides(mark).forEach(side -> extent.paint(new Place(mark.zone(), side), 1));
            }
        }
        for (var outline : pain.outlines()) {
            var points = outline.points().stream()
                    .map(point -> new double[] {point.x(), point.y()})
                    .toList();
            if (atlas.covering(outline.view(), points) instanceof Covering.Zones(var shares)) {
                shares.forEach(extent::paint);
            }
        }
        return extent;
    }

    /// A zone that has sides and was marked without one is meant on both.
    private List<Laterality> sides(PainReport.Mark mark) {
        var sideable = knowledge.zone(mark.zone()).map(Zone::sideable).orElse(false);
        return switch (mark.side()) {
            case L, R -> List.of(mark.side());
            case B, M -> sideable ? List.of(Laterality.L, Laterality.R) : List.of(Laterality.M);
        };
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
