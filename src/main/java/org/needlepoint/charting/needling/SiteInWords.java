package org.needlepoint.charting.needling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.BodyLayers;
import org.needlepoint.anatomy.atlas.BodyLayers.Landmark;
import org.needlepoint.charting.ledger.MapPoint;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says in words where a point of the body map lies: its zone, and how far along the skin from the nearest landmark on
/// the figure. `site.ts` says the same in the browser.
@Component
public class SiteInWords {
    /// A landmark farther away than this, in mm, helps nobody.
    private static final double NEAR = 150;

    private static final double MM_A_CM = 10;

    private final Atlas atlas;
    private final MapViews map;
    private final MessageSource messages;

    SiteInWords(Atlas atlas, MapViews map, MessageSource messages) {
        this.atlas = atlas;
        this.map = map;
        this.messages = messages;
    }

    /// "Shoulder blade (right), 4 cm to the patient's right, 2 cm down from T7 spinous process". A point of another
    /// edition of the map has no place on this one, and says so.
    public String of(MapPoint point, Locale locale) {
        if (!point.map().equals(atlas.version())) {
            return say("charting.site.otherMap", locale);
        }
        var zone = atlas.zoneAt(point.view(), point.x(), point.y())
                .map(place -> map.label(place.zone(), place.side(), locale));
        var from = nearest(point).map(mark -> from(point, mark, locale));
        if (zone.isPresent() && from.isPresent()) {
            return say("charting.site.zone", locale, zone.get(), from.get());
        }
        return zone.or(() -> from).orElseGet(() -> say("charting.site.view." + point.view(), locale));
    }

    private static Optional<Landmark> nearest(MapPoint point) {
        return BodyLayers.ofReferenceBody().view(point.view()).stream()
                .flatMap(layers -> layers.landmarks().stream())
                .filter(mark -> distance(point, mark) <= NEAR)
                .min(Comparator.comparingDouble(mark -> distance(point, mark)));
    }

    private static double distance(MapPoint point, Landmark mark) {
        return Math.hypot(point.x() - mark.x(), point.y() - mark.y());
    }

    private String from(MapPoint point, Landmark mark, Locale locale) {
        var along = Math.round((point.x() - mark.x()) / MM_A_CM);
        var down = Math.round((point.y() - mark.y()) / MM_A_CM);
        var way = new ArrayList<String>();
        if (along != 0) {
            way.add(say("charting.site." + across(point.view(), along > 0), locale, Math.abs(along)));
        }
        if (down != 0) {
            way.add(say("charting.site." + (down > 0 ? "down" : "up"), locale, Math.abs(down)));
        }
        var name = landmark(mark, locale);
        return way.isEmpty()
                ? say("charting.site.at", locale, name)
                : say("charting.site.from", locale, String.join(", ", way), name);
    }

    /// What lies to the right of the page, or to its left.
    private static String across(String view, boolean right) {
        var ways = switch (view) {
            case "front" -> List.of("left", "right");
            case "back" -> List.of("right", "left");
            case "left" -> List.of("back", "forward");
            default -> List.of("forward", "back");
        };
        return ways.get(right ? 0 : 1);
    }

    /// "Acromion on the right"; one in the middle has no side.
    public String landmark(Landmark mark, Locale locale) {
        var found = messages.getMessage("landmark." + mark.nameKey(), null, mark.name(), locale);
        var name = found == null ? mark.name() : found;
        return switch (mark.side()) {
            case L, R -> say("charting.site.landmark." + mark.side(), locale, name);
            case B, M -> name;
        };
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
