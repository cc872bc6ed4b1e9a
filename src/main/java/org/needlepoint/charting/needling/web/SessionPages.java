package org.needlepoint.charting.needling.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.needling.ChooseMuscle;
import org.needlepoint.charting.needling.Flag;
import org.needlepoint.charting.needling.Flags;
import org.needlepoint.charting.needling.OpenSession;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Asked;
import org.needlepoint.practice.Practice;
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

/// The session: muscles to choose, the card of the chosen one, every needle, and the counter in sight.
@Controller
@RequestMapping("/p/{slug}/sessions/{id}")
class SessionPages {
    private static final int LONGEST_WORD = 1000;

    private final OpenSession openSession;
    private final SessionModel model;
    private final ChooseMuscle chooseMuscle;
    private final Flags flags;
    private final Knowledge knowledge;

    SessionPages(
            OpenSession openSession, SessionModel model, ChooseMuscle chooseMuscle, Flags flags, Knowledge knowledge) {
        this.openSession = openSession;
        this.model = model;
        this.chooseMuscle = chooseMuscle;
        this.flags = flags;
        this.knowledge = knowledge;
    }

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String muscle,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String region,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            SignedIn who,
            Locale locale) {
        var session = openSession.open(practice.id(), new SessionId(id), who.actor());
        var chosen = Chosen.of(knowledge, muscle, side).orElse(null);
        var at = new SessionModel.At(chosen, q, region, null);
        return page(practice, session, at, htmx, who, locale, HttpStatus.OK);
    }

    /// What a practitioner says to what stands between them and a muscle.
    @PostMapping("/choices")
    ModelAndView choose(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam String muscle,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "false") boolean acknowledged,
            @RequestParam(defaultValue = "false") boolean saidYes,
            @RequestParam(defaultValue = "") String weighReason,
            @RequestParam(defaultValue = "") String weighOther,
            @RequestParam(defaultValue = "") String stopReason,
            @RequestParam(defaultValue = "") String stopOther,
            @RequestParam(defaultValue = "") String thoraxReason,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            SignedIn who,
            Locale locale) {
        var session = openSession.read(practice.id(), new SessionId(id));
        var chosen = Chosen.of(knowledge, muscle, side).orElseThrow(NotFound::new);
        var word = new ChooseMuscle.Word(
                acknowledged,
                saidYes ? Asked.byStaff(who.actor()) : null,
                word(weighOther.isBlank() ? weighReason : weighOther),
                word(stopOther.isBlank() ? stopReason : stopOther),
                word(thoraxReason));
        var choice = chooseMuscle.goOn(
                practice.id(), session.id(), model.wish(practice, session, chosen), word, who.actor());
        if (htmx == null && choice.open()) {
            return EventForms.back(practice, id, muscle, chosen.side().name());
        }
        var at = new SessionModel.At(chosen, "", "", choice);
        var status = choice.open() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        var page = page(practice, session, at, htmx, who, locale, status);
        page.addObject("choiceError", !choice.open());
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
        var said = word(word);
        if (said != null) {
            flags.resolve(practice.id(), session.id(), kind, said, who.actor());
        }
        return EventForms.back(practice, id, "", "");
    }

    private static @Nullable String word(String typed) {
        var word = typed.strip();
        return word.isEmpty() ? null : word.substring(0, Math.min(word.length(), LONGEST_WORD));
    }

    /// The whole page, or for htmx the part that lives.
    ModelAndView page(
            Practice practice,
            SessionView session,
            SessionModel.At at,
            @Nullable String htmx,
            SignedIn who,
            Locale locale,
            HttpStatus status) {
        var page = new ModelAndView(htmx == null ? "charting/session" : "charting/session :: live");
        page.setStatus(status);
        page.addAllObjects(model.model(practice, session, at, who, locale));
        page.addObject("pageScripts", List.of("htmx", "charting"));
        page.addObject("slug", practice.slug());
        page.addObject("practice", practice);
        return page;
    }
}
