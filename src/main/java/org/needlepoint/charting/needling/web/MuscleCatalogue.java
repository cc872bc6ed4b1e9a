package org.needlepoint.charting.needling.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.anatomy.Hazard;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.Review;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Every muscle of the knowledge in the page's language, so that one can be found and charted without a network.
@RestController
class MuscleCatalogue {
    private final Knowledge knowledge;
    private final Say say;

    MuscleCatalogue(Knowledge knowledge, Say say) {
        this.knowledge = knowledge;
        this.say = say;
    }

    /// @param edition of the knowledge
    /// @param regions names by id, from head to foot
    record Catalogue(String edition, Map<String, String> regions, List<Line> muscles) {}

    /// A muscle.
    ///
    /// @param words every name it has, to search by
    record Line(
            String id, String name, boolean sided, String region, List<Near> near, boolean reviewed, String words) {}

    /// A structure near it.
    record Near(String name, boolean grave) {}

    @GetMapping("/p/{slug}/sessions/muscles")
    Catalogue read(Locale locale) {
        var muscles = knowledge.muscles().stream()
                .filter(it -> it.replacedBy() == null)
                .toList();
        var regions = new LinkedHashMap<String, String>();
        muscles.forEach(it -> regions.computeIfAbsent(it.region(), _ -> say.region(it, locale)));
        return new Catalogue(
                knowledge.version().toString(),
                regions,
                muscles.stream().map(it -> line(it, locale)).toList());
    }

    private Line line(Muscle muscle, Locale locale) {
        return new Line(
                muscle.id(),
                muscle.name().in(locale),
                muscle.side() == Muscle.Side.PAIRED,
                muscle.region(),
                muscle.hazards().near().stream()
                        .flatMap(id -> knowledge.hazard(id).stream())
                        .sorted(Comparator.comparing(Hazard::kind))
                        .map(it -> new Near(it.name().in(locale), it.kind().acknowledged()))
                        .toList(),
                muscle.review().status() != Review.State.UNREVIEWED,
                String.join(" ", muscle.names()));
    }
}
