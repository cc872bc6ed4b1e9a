package org.needlepoint.charting.examination.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.charting.examination.ExamineMuscle;
import org.needlepoint.charting.examination.ExamineMuscle.Opened;
import org.needlepoint.charting.examination.ExamineMuscle.Saying;
import org.needlepoint.charting.examination.Outcome;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The practitioner's map of a visit: what the patient drew over the anatomy of the reference body, the muscles that
/// could explain it, and what hands found.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/map")
class MapPages {
    private static final Map<String, String> PARTS = Map.of(
            "figure", "examination/figure :: figure",
            "touched", "examination/touched :: touched",
            "ranking", "examination/ranking :: ranking");

    private final ExamineMuscle examineMuscle;
    private final MapModel model;

    MapPages(ExamineMuscle examineMuscle, MapModel model) {
        this.examineMuscle = examineMuscle;
        this.model = model;
    }

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String structure,
            @RequestParam(required = false) @Nullable Double x,
            @RequestParam(required = false) @Nullable Double y,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            SignedIn who,
            Locale locale) {
        var opened = examineMuscle.open(practice.id(), new AppointmentId(id), who.actor());
        var parts = new Asked.Parts(view, structure, x, y, site, side);
        return page(practice, opened, parts, q, target, locale);
    }

    /// What a hand found in a muscle; signs that nobody spoke about stay as they are.
    @PostMapping("/findings")
    ModelAndView examine(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam String muscle,
            @RequestParam String side,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            SignedIn who,
            Locale locale) {
        var opened = examineMuscle.examine(
                practice.id(), new AppointmentId(id), new Saying(muscle, side(side), said(sent)), who.actor());
        if (target == null) {
            var page = "examination".equals(sent.get("back")) ? "examination" : "map";
            var back = new RedirectView("/p/" + practice.slug() + "/appointments/" + id + "/" + page + "#ranking");
            back.setStatusCode(HttpStatus.SEE_OTHER);
            return new ModelAndView(back);
        }
        var page = page(practice, opened, new Asked.Parts(null, null, null, null, null, null), "", target, locale);
        page.addObject("examinedNow", muscle + "-" + side);
        return page;
    }

    private static Laterality side(String side) {
        return Arrays.stream(Laterality.values())
                .filter(known -> known.name().equals(side))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Map<Sign, Outcome> said(Map<String, String> sent) {
        var said = new EnumMap<Sign, Outcome>(Sign.class);
        for (var sign : Sign.values()) {
            var word = sent.get(sign.word());
            if (word != null) {
                said.put(sign, Outcome.of(word).orElseThrow(NotFound::new));
            }
        }
        return said;
    }

    /// The whole page, or the part that htmx asks for.
    private ModelAndView page(
            Practice practice, Opened opened, Asked.Parts parts, String typed, @Nullable String target, Locale locale) {
        var page = new ModelAndView(target == null ? "examination/map" : PARTS.getOrDefault(target, "examination/map"));
        page.addAllObjects(model.model(opened, parts, typed, locale));
        page.addObject("pageScripts", List.of("htmx", "explore"));
        page.addObject(
                "base",
                "/p/" + practice.slug() + "/appointments/" + opened.visit().id().value() + "/map");
        page.addObject("slug", practice.slug());
        page.addObject("practice", practice);
        return page;
    }
}
