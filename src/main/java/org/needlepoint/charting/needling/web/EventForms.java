package org.needlepoint.charting.needling.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.needling.AppendEvents;
import org.needlepoint.charting.needling.Appending;
import org.needlepoint.charting.needling.OpenSession;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Takes what has happened from the forms of the session's page. A form carries the id of its event, so that sending it
/// twice changes nothing.
@Controller
class EventForms {
    private final OpenSession openSession;
    private final AppendEvents appendEvents;
    private final SessionPages pages;
    private final Knowledge knowledge;
    private final Say say;
    private final Clock clock;

    EventForms(
            OpenSession openSession,
            AppendEvents appendEvents,
            SessionPages pages,
            Knowledge knowledge,
            Say say,
            Clock clock) {
        this.openSession = openSession;
        this.appendEvents = appendEvents;
        this.pages = pages;
        this.knowledge = knowledge;
        this.say = say;
        this.clock = clock;
    }

    @PostMapping("/p/{slug}/sessions/{id}/events")
    ModelAndView append(
            Practice practice,
            @PathVariable UUID id,
            @ModelAttribute EventForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            SignedIn who,
            Locale locale) {
        var session = new SessionId(id);
        var reading = form.read(() -> openSession.read(practice.id(), session), knowledge, clock.instant());
        return switch (reading) {
            case EventForm.Incomplete(var field) ->
                refused(practice, session, form, htmx, who, locale, say.it("charting.error." + field, locale));
            case EventForm.Nothing _ -> answered(practice, session, form, htmx, who, locale);
            case EventForm.Events(var reports) ->
                switch (appendEvents.append(practice.id(), session, reports, who.actor())) {
                    case Appending.Stored _ -> answered(practice, session, form, htmx, who, locale);
                    case Appending.OtherContent _, Appending.NumberTaken _ ->
                        htmx == null
                                ? conflict(practice, id, locale)
                                : refused(practice, session, form, htmx, who, locale, conflictInWords(locale));
                };
        };
    }

    /// The session as it is, and why nothing was charted.
    private ModelAndView refused(
            Practice practice,
            SessionId session,
            EventForm form,
            @Nullable String htmx,
            SignedIn who,
            Locale locale,
            String why) {
        var page = shown(practice, session, form, htmx, who, locale, HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("eventError", why);
        return page;
    }

    private String conflictInWords(Locale locale) {
        return say.it("charting.conflict.title", locale) + ". " + say.it("charting.conflict.lead", locale);
    }

    private ModelAndView answered(
            Practice practice, SessionId session, EventForm form, @Nullable String htmx, SignedIn who, Locale locale) {
        return htmx == null
                ? back(practice, session.value(), form.chosen(), form.chosenSide())
                : shown(practice, session, form, htmx, who, locale, HttpStatus.OK);
    }

    private ModelAndView shown(
            Practice practice,
            SessionId session,
            EventForm form,
            @Nullable String htmx,
            SignedIn who,
            Locale locale,
            HttpStatus status) {
        var chosen = Chosen.of(knowledge, form.chosen(), form.chosenSide()).orElse(null);
        var at = new SessionModel.At(chosen, "", "", null);
        return pages.page(practice, openSession.read(practice.id(), session), at, htmx, who, locale, status);
    }

    private ModelAndView conflict(Practice practice, UUID id, Locale locale) {
        var page = new ModelAndView("web/conflict", HttpStatus.CONFLICT);
        page.addObject("title", say.it("charting.conflict.title", locale));
        page.addObject("lead", say.it("charting.conflict.lead", locale));
        page.addObject("alternatives", List.of());
        page.addObject("backHref", "/p/" + practice.slug() + "/sessions/" + id);
        return page;
    }

    /// To the session's page, open at the same muscle.
    static ModelAndView back(Practice practice, UUID id, @Nullable String muscle, @Nullable String side) {
        var address = UriComponentsBuilder.fromPath("/p/{slug}/sessions/{id}");
        if (muscle != null && !muscle.isBlank()) {
            address.queryParam("muscle", muscle).queryParam("side", side);
        }
        return new ModelAndView("redirect:" + address.build(practice.slug(), id));
    }
}
