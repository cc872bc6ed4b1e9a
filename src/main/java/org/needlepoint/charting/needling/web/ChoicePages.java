package org.needlepoint.charting.needling.web;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.needling.Choice;
import org.needlepoint.charting.needling.ChooseMuscle;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What stands between a practitioner and a muscle, for the chart: a part of its page.
@Controller
class ChoicePages {
    private static final int LONGEST_WORD = 1000;

    private final OpenSession openSession;
    private final ChooseMuscle chooseMuscle;
    private final NeedleCard card;
    private final Knowledge knowledge;

    ChoicePages(OpenSession openSession, ChooseMuscle chooseMuscle, NeedleCard card, Knowledge knowledge) {
        this.openSession = openSession;
        this.chooseMuscle = chooseMuscle;
        this.card = card;
        this.knowledge = knowledge;
    }

    @GetMapping("/p/{slug}/sessions/{id}/choice")
    ModelAndView ask(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam String muscle,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String technique,
            SignedIn who,
            Locale locale) {
        var session = openSession.read(practice.id(), new SessionId(id));
        var wish = wish(muscle, side, technique);
        var choice = chooseMuscle.choose(practice.id(), session, wish, who.actor());
        return gate(practice, session, choice, technique, false, locale);
    }

    /// What a practitioner says to what stands between them and a muscle.
    @PostMapping("/p/{slug}/sessions/{id}/choices")
    ModelAndView answer(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam String muscle,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String technique,
            @RequestParam(defaultValue = "false") boolean acknowledged,
            @RequestParam(defaultValue = "false") boolean saidYes,
            @RequestParam(defaultValue = "") String weighReason,
            @RequestParam(defaultValue = "") String weighOther,
            @RequestParam(defaultValue = "") String stopReason,
            @RequestParam(defaultValue = "") String stopOther,
            @RequestParam(defaultValue = "") String thoraxReason,
            @RequestParam(defaultValue = "") String signReason,
            @RequestParam(defaultValue = "") String signOther,
            SignedIn who,
            Locale locale) {
        var session = openSession.read(practice.id(), new SessionId(id));
        var word = new ChooseMuscle.Word(
                acknowledged,
                saidYes ? Asked.byStaff(who.actor()) : null,
                word(weighOther.isBlank() ? weighReason : weighOther),
                word(stopOther.isBlank() ? stopReason : stopOther),
                word(thoraxReason),
                word(signOther.isBlank() ? signReason : signOther));
        var choice = chooseMuscle.goOn(practice.id(), session.id(), wish(muscle, side, technique), word, who.actor());
        return gate(practice, session, choice, technique, !choice.open(), locale);
    }

    private ChooseMuscle.Wish wish(String muscle, String side, String technique) {
        var chosen = Chosen.of(knowledge, muscle, side).orElseThrow(NotFound::new);
        return new ChooseMuscle.Wish(
                chosen.muscle().id(),
                chosen.side(),
                NeedleTechnique.of(technique).asked());
    }

    private static @Nullable String word(String typed) {
        var word = typed.strip();
        return word.isEmpty() ? null : word.substring(0, Math.min(word.length(), LONGEST_WORD));
    }

    private ModelAndView gate(
            Practice practice, SessionView session, Choice choice, String technique, boolean refused, Locale locale) {
        var page =
                new ModelAndView("charting/card :: gate", refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        page.addObject("card", card.card(choice, locale));
        page.addObject("technique", technique);
        page.addObject("choiceError", refused);
        page.addObject("sessionId", session.id().toString());
        page.addObject("visitId", session.visit().value().toString());
        page.addObject("slug", practice.slug());
        page.addObject("practice", practice);
        return page;
    }
}
