package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Review;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.BodyLayers;
import org.needlepoint.anatomy.atlas.NeedleLine;
import org.needlepoint.anatomy.atlas.NeedleSite;
import org.needlepoint.anatomy.atlas.Structure;
import org.needlepoint.charting.examination.web.Touched.Known;
import org.needlepoint.charting.examination.web.Touched.Met;
import org.needlepoint.charting.examination.web.Touched.Named;
import org.needlepoint.charting.examination.web.Touched.Seen;
import org.needlepoint.charting.examination.web.Touched.Strip;
import org.springframework.stereotype.Component;

/// Says what was touched on the map: what it is, and what a needle meets there, in order (rule C1).
@Component
class TouchedModel {
    private final Knowledge knowledge;
    private final StructureWords words;
    private final MappedMuscles mapped;
    private final Tell tell;

    TouchedModel(Knowledge knowledge, StructureWords words, MappedMuscles mapped, Tell tell) {
        this.knowledge = knowledge;
        this.words = words;
        this.mapped = mapped;
        this.tell = tell;
    }

    Touched touched(Asked asked, Locale locale) {
        var structure = asked.structure();
        var line = asked.line();
        if (structure == null && line != null && !line.muscles().isEmpty()) {
            structure = line.muscles().getFirst();
        }
        return new Touched(
                structure == null ? null : named(structure, locale),
                line == null ? null : strip(line, asked.site(), locale),
                asked.missed());
    }

    private Named named(Structure structure, Locale locale) {
        var layers = BodyLayers.ofReferenceBody();
        var views = Asked.VIEWS.stream()
                .filter(view -> layers.view(view)
                        .flatMap(found -> found.shape(structure.id()))
                        .isPresent())
                .toList();
        var layer = views.stream()
                .flatMap(view -> layers.view(view).stream())
                .flatMap(found -> found.shape(structure.id()).stream())
                .mapToInt(BodyLayers.Shape::layer)
                .min()
                .orElse(0);
        return new Named(
                structure.id(),
                structure.side().name(),
                words.label(structure, locale),
                words.kind(structure, locale),
                place(structure, layer, locale),
                structure.basis() == Atlas.Basis.MEASURED
                        ? null
                        : tell.it("examination.basis." + structure.basisWord(), locale),
                views.stream()
                        .map(view -> new Seen(view, tell.it("bodymap.view." + view, locale)))
                        .toList(),
                known(structure, locale));
    }

    private List<Known> known(Structure structure, Locale locale) {
        return mapped.of(structure).stream()
                .map(muscle -> new Known(
                        muscle.id(),
                        muscle.name().in(locale),
                        muscle.hazards().near().stream()
                                .flatMap(hazard -> knowledge.hazard(hazard).stream())
                                .map(hazard -> hazard.name().in(locale))
                                .toList(),
                        muscle.review().status() == Review.State.UNREVIEWED))
                .toList();
    }

    private @Nullable String place(Structure structure, int layer, Locale locale) {
        if (structure.kind() != Structure.Kind.MUSCLE) {
            return null;
        }
        return layer == 1
                ? tell.it("examination.layer.outermost", locale)
                : tell.it("examination.layer.from", locale, layer);
    }

    /// What a needle meets on a line; a site gives it its name and the needle's direction.
    Strip strip(NeedleLine line, @Nullable NeedleSite site, Locale locale) {
        return new Strip(
                site == null
                        ? tell.it("examination.eye.here", locale)
                        : tell.it(
                                "examination.sided",
                                locale,
                                tell.it("site." + site.id(), locale),
                                tell.side(site.side(), locale)),
                tell.it(
                        "examination.eye.way."
                                + (site == null ? NeedleSite.Direction.PERPENDICULAR : site.direction()).word(),
                        locale),
                phrase(line, locale),
                met(line.through(), locale),
                met(line.beside(), locale));
    }

    /// What is said of hazards: never that there is none, and always with what lies beside the line.
    private String phrase(NeedleLine line, Locale locale) {
        var on = line.hazards().stream()
                .map(hazard -> words.name(hazard, locale))
                .distinct()
                .toList();
        var beside = line.beside().stream()
                .map(hazard -> words.name(hazard, locale))
                .distinct()
                .toList();
        var said = on.isEmpty()
                ? tell.it("examination.eye.noneDrawn", locale)
                : tell.it("examination.eye.drawn", locale, String.join(", ", on));
        return said
                + " "
                + (beside.isEmpty()
                        ? tell.it("examination.eye.besideUnknown", locale)
                        : tell.it("examination.eye.beside", locale, String.join(", ", beside)));
    }

    private List<Met> met(List<Structure> structures, Locale locale) {
        var drawn = BodyLayers.ofReferenceBody();
        return structures.stream()
                .map(each -> new Met(
                        drawn.structure(each.id()).isPresent() ? each.id() : null,
                        each.side().name(),
                        words.label(each, locale),
                        words.kind(each, locale),
                        each.kind().word(),
                        each.kind().hazard(),
                        each.basis() != Atlas.Basis.MEASURED,
                        known(each, locale)))
                .toList();
    }
}
