package org.needlepoint.frontdoor.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.needlepoint.anatomy.BodyMap;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Zone;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Draws zones on the body map: the regions of each view over which they lie, nearest first.
@Component
class DrawPlaces {
    private final BodyMap map;
    private final Knowledge knowledge;
    private final MessageSource messages;

    DrawPlaces(BodyMap map, Knowledge knowledge, MessageSource messages) {
        this.map = map;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// Without views when nothing of it can be seen, or the browser build was left out.
    Drawing draw(Map<String, Drawing.Kind> zones, Locale locale) {
        return new Drawing(map.views().stream()
                .map(view -> new Drawing.View(
                        view.id(),
                        messages.getMessage("bodymap.view." + view.id(), null, locale),
                        view.box(),
                        view.skin(),
                        shapes(view, zones)))
                .filter(view -> !view.shapes().isEmpty())
                .toList());
    }

    private List<Drawing.Shape> shapes(BodyMap.View view, Map<String, Drawing.Kind> zones) {
        return view.regions().stream()
                .flatMap(region -> kind(region, zones).map(kind -> new Drawing.Shape(region.path(), kind)).stream())
                .toList();
    }

    private Optional<Drawing.Kind> kind(BodyMap.Region region, Map<String, Drawing.Kind> zones) {
        return region.zones().stream()
                .filter(zone -> zones.containsKey(zone) && isNearest(region, zone) && isDrawnSide(region, zone))
                .map(zone -> Objects.requireNonNull(zones.get(zone)))
                .sorted()
                .findFirst();
    }

    /// Whether no region of any view lies nearer to the zone.
    private boolean isNearest(BodyMap.Region region, String zone) {
        return map.views().stream()
                .flatMap(view -> view.regions().stream())
                .filter(other -> other.zones().contains(zone))
                .allMatch(other -> other.zones().indexOf(zone) >= region.zones().indexOf(zone));
    }

    private boolean isDrawnSide(BodyMap.Region region, String zone) {
        return region.side() == Laterality.R
                || knowledge.zone(zone).filter(Zone::sideable).isEmpty();
    }
}
