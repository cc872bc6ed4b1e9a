package org.needlepoint.charting.unwell.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.needling.OpenSession;
import org.needlepoint.charting.unwell.LookAfter;
import org.needlepoint.charting.unwell.Measured;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Keeps the bell and the vital signs of a session. Figures that cannot be are asked for again and not kept.
@Controller
@RequestMapping("/p/{slug}/sessions/{id}")
class FaintPages {
    private final LookAfter lookAfter;
    private final OpenSession openSession;
    private final MessageSource messages;

    FaintPages(LookAfter lookAfter, OpenSession openSession, MessageSource messages) {
        this.lookAfter = lookAfter;
        this.openSession = openSession;
        this.messages = messages;
    }

    @PostMapping("/bell")
    ModelAndView bell(Practice practice, @PathVariable UUID id, SignedIn who) {
        lookAfter.giveBell(practice.id(), new SessionId(id), who.actor());
        return back(practice, id);
    }

    @PostMapping("/vitals")
    ModelAndView vitals(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            SignedIn who,
            Locale locale) {
        var measured = read(typed);
        if (measured.isEmpty()) {
            openSession.read(practice.id(), new SessionId(id));
            var page = new ModelAndView("charting/vitals", HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("practice", practice);
            page.addObject("sessionId", id.toString());
            page.addObject("typed", typed);
            page.addObject("positions", Measured.Position.values());
            page.addObject(
                    "errors",
                    List.of(new FieldProblem(
                            "vitals-pressure", messages.getMessage("unwell.vitals.wrong", null, locale))));
            return page;
        }
        lookAfter.measure(practice.id(), new SessionId(id), measured.get(), who.actor());
        return back(practice, id);
    }

    /// "100/60" and "58"; either may be missing. Empty when a figure cannot be.
    private static Optional<Measured> read(Map<String, String> typed) {
        try {
            var pressure = typed.getOrDefault("pressure", "").strip();
            var both = pressure.isEmpty() ? null : pressure.split("\\s*/\\s*", 2);
            if (both != null && both.length != 2) {
                return Optional.empty();
            }
            return Optional.of(new Measured(
                    Measured.Position.valueOf(typed.getOrDefault("position", "")),
                    both == null ? null : Integer.valueOf(both[0]),
                    both == null ? null : Integer.valueOf(both[1]),
                    figure(typed.getOrDefault("pulse", "")),
                    !typed.getOrDefault("noDriving", "").isEmpty()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer figure(String typed) {
        return typed.isBlank() ? null : Integer.valueOf(typed.strip());
    }

    private static ModelAndView back(Practice practice, UUID session) {
        var to = new RedirectView("/p/" + practice.slug() + "/sessions/" + session, true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(to);
    }
}
