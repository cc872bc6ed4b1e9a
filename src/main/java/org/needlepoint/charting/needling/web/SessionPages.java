package org.needlepoint.charting.needling.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.needling.Flag;
import org.needlepoint.charting.needling.Flags;
import org.needlepoint.charting.needling.OpenSession;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The page of a session. What lives on it, the counter, the needles, the ways to a muscle, is drawn by the browser.
@Controller
@RequestMapping("/p/{slug}/sessions/{id}")
class SessionPages {
    private static final int LONGEST_WORD = 1000;

    private final OpenSession openSession;
    private final SessionModel model;
    private final Flags flags;

    SessionPages(OpenSession openSession, SessionModel model, Flags flags) {
        this.openSession = openSession;
        this.model = model;
        this.flags = flags;
    }

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        var session = openSession.open(practice.id(), new SessionId(id), who.actor());
        var page = new ModelAndView("charting/session", model.model(practice, session, who, locale));
        page.addObject("pageScripts", List.of("charting"));
        page.addObject("slug", practice.slug());
        page.addObject("practice", practice);
        return page;
    }

    /// A word about flags of one kind.
    @PostMapping("/flags")
    ModelAndView resolve(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Flag.Kind kind,
            @RequestParam(defaultValue = "") String word,
            SignedIn who) {
        var session = openSession.read(practice.id(), new SessionId(id));
        var said = word.strip();
        if (!said.isEmpty()) {
            flags.resolve(
                    practice.id(),
                    session.id(),
                    kind,
                    said.substring(0, Math.min(said.length(), LONGEST_WORD)),
                    who.actor());
        }
        return back(practice, id);
    }

    /// To the session's page.
    static ModelAndView back(Practice practice, UUID id) {
        return new ModelAndView("redirect:"
                + UriComponentsBuilder.fromPath("/p/{slug}/sessions/{id}").build(practice.slug(), id));
    }
}
