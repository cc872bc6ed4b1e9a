package org.needlepoint.frontdoor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.anatomy.RedFlags;

/// What a visitor marked, painted and answered before booking. It travels from page to page inside the forms and is
/// stored with the booking, never before (rule P2).
///
/// @param named   zones that were marked by name, by touch or in the list, in the order they came
/// @param painted what was painted freehand
/// @param answers to the red-flag questions, by question id
public record PainStory(List<Mark> named, List<Painted> painted, Map<String, RedFlags.Answer> answers) {
    /// Nothing painted, nothing asked.
    public static final PainStory NONE = new PainStory(List.of(), List.of(), Map.of());

    /// A freehand shape.
    ///
    /// @param zones what it covers so far that it counts as a mark of the zone
    public record Painted(Outline outline, List<Mark> zones) {
        public Painted {
            zones = List.copyOf(zones);
        }
    }

    public PainStory {
        named = List.copyOf(named);
        painted = List.copyOf(painted);
        answers = Map.copyOf(new TreeMap<>(answers));
    }

    /// The same drawing, with nothing answered.
    public PainStory unanswered() {
        return new PainStory(named, painted, Map.of());
    }

    /// The shapes that were painted freehand.
    public List<Outline> outlines() {
        return painted.stream().map(Painted::outline).toList();
    }

    /// The zones that are covered by what was painted and were not marked by name; the worst of each.
    public List<Mark> covered() {
        var covered = new LinkedHashMap<String, Mark>();
        for (var shape : painted) {
            for (var zone : shape.zones()) {
                covered.merge(zone.zone() + ":" + zone.side(), zone, PainStory::worse);
            }
        }
        named.forEach(mark -> covered.remove(mark.zone() + ":" + mark.side()));
        return List.copyOf(covered.values());
    }

    private static Mark worse(Mark one, Mark other) {
        return other.intensity() > one.intensity() ? other : one;
    }

    /// Every zone that hurts, marked by name or covered.
    public List<Mark> marks() {
        var all = new ArrayList<>(named);
        all.addAll(covered());
        return List.copyOf(all);
    }

    /// The zones of all marks, each once.
    public List<String> zones() {
        return marks().stream().map(Mark::zone).distinct().toList();
    }

    /// Whether nothing is marked and nothing painted.
    public boolean isBlank() {
        return named.isEmpty() && painted.isEmpty();
    }
}
