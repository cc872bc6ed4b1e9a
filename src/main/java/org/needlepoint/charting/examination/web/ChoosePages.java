package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.examination.ExamineMuscle;
import org.needlepoint.charting.needling.OpenSession;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A way to a muscle within a session: touch a point, and choose among the muscles that lie on that line, outermost
/// first. What stands between the practitioner and the muscle is asked by the session's own page.
@Controller
class ChoosePages {
    private static final Map<String, String> PARTS =
            Map.of("figure", "examination/figure :: figure", "touched", "examination/touched :: touched");

    private final OpenSession openSession;
    private final ExamineMuscle examineMuscle;
    private final MapModel model;

    ChoosePages(OpenSession openSession, ExamineMuscle examineMuscle, MapModel model) {
        this.openSession = openSession;
        this.examineMuscle = examineMuscle;
        this.model = model;
    }

    @GetMapping("/p/{slug}/sessions/{id}/map")
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
        var session = openSession.read(practice.id(), new SessionId(id));
        var opened = examineMuscle.open(practice.id(), session.visit(), who.actor());
        var page = new ModelAndView(
                target == null ? "examination/choose" : PARTS.getOrDefault(target, "examination/choose"));
        page.addAllObjects(model.model(opened, new Asked.Parts(view, structure, x, y, site, side), q, locale));
        var address = "/p/" + practice.slug() + "/sessions/" + session.id();
        page.addObject("sessionPage", address);
        page.addObject("base", address + "/map");
        page.addObject("pageScripts", List.of("htmx", "explore"));
        page.addObject("slug", practice.slug());
        page.addObject("practice", practice);
        return page;
    }
}
