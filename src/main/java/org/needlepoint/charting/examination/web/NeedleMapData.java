package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.Locale;
import org.needlepoint.anatomy.atlas.NeedleEye;
import org.needlepoint.shared.Laterality;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the chart asks for to mark needles on the body map: the figures, and what lies under a point. It names no
/// session and no patient.
@RestController
@RequestMapping("/p/{slug}/sessions")
class NeedleMapData {
    /// The middle of the front and back views, and how far from it the body may be asymmetric, in mm.
    private static final double MIDDLE = 350;

    private static final double ASYMMETRY = 20;

    private final NeedleFigures figures;
    private final TouchedModel touched;
    private final MappedMuscles mapped;

    NeedleMapData(NeedleFigures figures, TouchedModel touched, MappedMuscles mapped) {
        this.figures = figures;
        this.touched = touched;
        this.mapped = mapped;
    }

    /// What a needle meets that enters at a point: the order only (rule C1).
    ///
    /// @param missed  whether nothing was measured there: off the body, or at its very edge
    /// @param muscles that can be chosen, outermost first
    /// @param order   from the skin inward
    /// @param phrase  what is said of hazards; never that there is none
    record Under(boolean missed, List<Choice> muscles, List<Layer> order, String phrase) {}

    /// A muscle of the knowledge.
    record Choice(String muscle, Laterality side) {}

    /// A structure on the line.
    record Layer(String label, boolean hazard) {}

    @GetMapping("/figures")
    ResponseEntity<byte[]> figures(Locale locale) {
        var json = figures.json(locale);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(json) + "\"")
                .body(json);
    }

    @GetMapping("/under")
    Under under(@RequestParam String view, @RequestParam double x, @RequestParam double y, Locale locale) {
        return NeedleEye.ofReferenceBody()
                .lookup(view, x, y)
                .map(line -> {
                    var strip = touched.strip(line, null, locale);
                    return new Under(
                            false,
                            line.muscles().stream()
                                    .flatMap(structure -> mapped.of(structure).stream()
                                            .map(muscle ->
                                                    new Choice(muscle.id(), NeedleFigures.side(muscle, structure))))
                                    .filter(choice -> canLie(choice.side(), view, x))
                                    .distinct()
                                    .toList(),
                            strip.through().stream()
                                    .map(met -> new Layer(met.label(), met.hazard()))
                                    .toList(),
                            strip.phrase());
                })
                .orElseGet(() -> new Under(true, List.of(), List.of(), ""));
    }

    /// Whether a muscle of a side can lie under a point: what the atlas has on the other side of the body is not
    /// offered, and can be chosen by name.
    private static boolean canLie(Laterality side, String view, double x) {
        if (side != Laterality.L && side != Laterality.R) {
            return true;
        }
        boolean left = side == Laterality.L;
        return switch (view) {
            case "left" -> left;
            case "right" -> !left;
            case "front" -> left ? x > MIDDLE - ASYMMETRY : x < MIDDLE + ASYMMETRY;
            default -> left ? x < MIDDLE + ASYMMETRY : x > MIDDLE - ASYMMETRY;
        };
    }
}
