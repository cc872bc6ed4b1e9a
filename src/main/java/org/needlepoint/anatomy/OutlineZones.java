package org.needlepoint.anatomy;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.shared.Laterality;

/// Which zones a freehand shape stands for: every zone that it covers to 15 %; of a smaller shape the one in which most
/// of it lies.
public final class OutlineZones {
    private static final double COUNTS = 0.15;
    private static final double STEP = 2.5;
    private static final Pattern COMMAND = Pattern.compile("([MlzL])([^MlzL]*)");

    private final Atlas atlas;

    public OutlineZones(Atlas atlas) {
        this.atlas = atlas;
    }

    /// What a shape turned out to be.
    public sealed interface Reading {
        /// It lies on the body.
        ///
        /// @param zones marks of the zones it counts for, at least one
        record Covered(List<Mark> zones) implements Reading {
            public Covered {
                zones = List.copyOf(zones);
            }
        }

        /// There is no body under it.
        record OffTheBody() implements Reading {}

        /// There is no such view.
        record UnknownView() implements Reading {}
    }

    private record Cover(String zone, Laterality side, double share, int points) {}

    /// The edition of the map.
    public String version() {
        return atlas.version();
    }

    /// The zones of a shape, as it feels there.
    public Reading read(Outline outline) {
        return atlas.view(outline.view()).map(view -> on(view, outline)).orElseGet(Reading.UnknownView::new);
    }

    private Reading on(Atlas.View view, Outline outline) {
        var shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        var first = outline.points().getFirst();
        shape.moveTo(first.x(), first.y());
        outline.points().forEach(point -> shape.lineTo(point.x(), point.y()));
        shape.closePath();
        var best = new LinkedHashMap<String, Cover>();
        for (var region : view.zones()) {
            var cover = cover(region, shape);
            if (cover.points() > 0) {
                best.merge(
                        cover.zone() + cover.side(), cover, (one, other) -> one.share() > other.share() ? one : other);
            }
        }
        if (best.isEmpty()) {
            return new Reading.OffTheBody();
        }
        var counting =
                best.values().stream().filter(cover -> cover.share() >= COUNTS).toList();
        var chosen = counting.isEmpty()
                ? List.of(best.values().stream()
                        .max(Comparator.comparingInt(Cover::points))
                        .orElseThrow())
                : counting;
        return new Reading.Covered(chosen.stream()
                .map(cover ->
                        new Mark(cover.zone(), cover.side(), outline.intensity(), outline.quality(), outline.spreads()))
                .toList());
    }

    private Cover cover(Atlas.ZoneShape region, Path2D shape) {
        var area = path(region.path());
        var box = area.getBounds2D();
        var all = 0;
        var covered = 0;
        for (var y = box.getMinY(); y <= box.getMaxY(); y += STEP) {
            for (var x = box.getMinX(); x <= box.getMaxX(); x += STEP) {
                if (area.contains(x, y)) {
                    all++;
                    covered += shape.contains(x, y) ? 1 : 0;
                }
            }
        }
        return new Cover(region.zone(), region.side(), all == 0 ? 0 : (double) covered / all, covered);
    }

    private static Path2D path(String path) {
        var drawn = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        var commands = COMMAND.matcher(path);
        var x = 0.0;
        var y = 0.0;
        while (commands.find()) {
            if (commands.group(1).equals("z")) {
                drawn.closePath();
                continue;
            }
            var numbers = new ArrayList<Double>();
            var found = Pattern.compile("-?\\d*\\.?\\d+").matcher(commands.group(2));
            while (found.find()) {
                numbers.add(Double.parseDouble(found.group()));
            }
            for (var at = 0; at + 1 < numbers.size(); at += 2) {
                var relative = commands.group(1).equals("l");
                x = numbers.get(at) + (relative ? x : 0);
                y = numbers.get(at + 1) + (relative ? y : 0);
                if (commands.group(1).equals("M")) {
                    drawn.moveTo(x, y);
                } else {
                    drawn.lineTo(x, y);
                }
            }
        }
        return drawn;
    }
}
