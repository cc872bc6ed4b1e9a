package org.needlepoint.charting.examination.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.BodyLayers;
import org.needlepoint.anatomy.atlas.BodyLayers.Middle;
import org.needlepoint.anatomy.atlas.Structure;
import org.needlepoint.charting.needling.SiteInWords;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The figures on which a session's needles are marked, as JSON: what shows with the skin taken off, landmarks,
/// zones to say where a point lies, and the middle of each muscle. Nobody's data, and no depth (rule C1).
@Component
class NeedleFigures {
    private final Knowledge knowledge;
    private final Atlas atlas;
    private final MapViews map;
    private final MappedMuscles mapped;
    private final Tell tell;
    private final SiteInWords sites;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    NeedleFigures(Knowledge knowledge, Atlas atlas, MapViews map, MappedMuscles mapped, Tell tell, SiteInWords sites) {
        this.knowledge = knowledge;
        this.atlas = atlas;
        this.map = map;
        this.mapped = mapped;
        this.tell = tell;
        this.sites = sites;
    }

    /// @param map     version of the map
    /// @param middles by muscle and side, such as `infraspinatus R`
    record Figures(String map, List<View> views, Map<String, Middle> middles) {}

    /// A view.
    record View(
            String id,
            String label,
            String box,
            String skin,
            List<Shape> muscles,
            List<Landmark> landmarks,
            List<Zone> zones) {}

    /// What shows of a structure.
    ///
    /// @param muscles what of the knowledge it is, such as `infraspinatus R`
    record Shape(String path, List<String> muscles) {}

    /// A bone that a hand can find.
    record Landmark(String label, double x, double y) {}

    /// A zone of the skin.
    record Zone(String label, String path) {}

    /// In a language, as UTF-8.
    byte[] json(Locale locale) {
        var language = Locale.of(locale.getLanguage());
        return kept.computeIfAbsent(
                language.getLanguage(),
                _ -> JsonMapper.shared().writeValueAsString(figures(language)).getBytes(StandardCharsets.UTF_8));
    }

    private Figures figures(Locale locale) {
        return new Figures(
                atlas.version(),
                Asked.VIEWS.stream().map(id -> view(id, locale)).toList(),
                middles());
    }

    private View view(String id, Locale locale) {
        var view = atlas.view(id).orElseThrow(NotFound::new);
        var layers = BodyLayers.ofReferenceBody().view(id).orElseThrow(NotFound::new);
        return new View(
                id,
                tell.it("bodymap.view." + id, locale),
                view.box(),
                view.skin(),
                layers.muscles().stream()
                        .flatMap(shape -> Stream.ofNullable(shape.visible())
                                .map(path -> new Shape(path, places(shape.structure()))))
                        .toList(),
                layers.landmarks().stream()
                        .map(mark -> new Landmark(sites.landmark(mark, locale), mark.x(), mark.y()))
                        .toList(),
                view.zones().stream()
                        .map(zone -> new Zone(map.label(zone.zone(), zone.side(), locale), zone.path()))
                        .toList());
    }

    private List<String> places(Structure structure) {
        return mapped.of(structure).stream()
                .map(muscle -> muscle.id() + " " + side(muscle, structure))
                .toList();
    }

    /// The side on which a muscle is charted that has this structure.
    static Laterality side(Muscle muscle, Structure structure) {
        return muscle.side() == Muscle.Side.PAIRED ? structure.side() : Laterality.M;
    }

    private Map<String, Middle> middles() {
        var structures = new HashMap<String, List<String>>();
        var layers = BodyLayers.ofReferenceBody();
        for (var muscle : knowledge.muscles()) {
            atlas.muscle(muscle.id()).stream()
                    .flatMap(shapes -> shapes.structures().stream())
                    .flatMap(id -> Stream.of(id, id + "-r", id + "-l"))
                    .flatMap(id -> layers.structure(id).stream())
                    .forEach(structure -> structures
                            .computeIfAbsent(muscle.id() + " " + side(muscle, structure), _ -> new ArrayList<>())
                            .add(structure.id()));
        }
        var middles = new TreeMap<String, Middle>();
        structures.forEach((place, ids) -> layers.middle(ids).ifPresent(middle -> middles.put(place, middle)));
        return middles;
    }
}
