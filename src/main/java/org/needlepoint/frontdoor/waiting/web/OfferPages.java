package org.needlepoint.frontdoor.waiting.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.waiting.OfferLinks;
import org.needlepoint.frontdoor.waiting.OfferLinks.Found;
import org.needlepoint.frontdoor.web.BookForm;
import org.needlepoint.frontdoor.web.BookModel;
import org.needlepoint.frontdoor.web.SiteContent;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.patients.LinkGate;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.Services;
import org.needlepoint.scheduling.waiting.AnswerOffer;
import org.needlepoint.scheduling.waiting.AnswerOffer.Answer;
import org.needlepoint.scheduling.waiting.OfferedOpening;
import org.needlepoint.scheduling.waiting.WaitingList;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// A time that is kept for somebody who waits, for whoever holds its link: time and place for anybody, the answer for
/// those who know the birth date (rule P3). A GET changes nothing (rule F4).
@Controller
@RequestMapping("/p/{slug}/offers/{token}")
class OfferPages {
    private final OfferLinks links;
    private final AnswerOffer answers;
    private final WaitingList list;
    private final BookedVisits visits;
    private final LinkGate gate;
    private final Services services;
    private final BookModel book;
    private final MessageSource messages;
    private final Clock clock;

    OfferPages(
            OfferLinks links,
            AnswerOffer answers,
            WaitingList list,
            BookedVisits visits,
            LinkGate gate,
            Services services,
            BookModel book,
            MessageSource messages,
            Clock clock) {
        this.links = links;
        this.answers = answers;
        this.list = list;
        this.visits = visits;
        this.gate = gate;
        this.services = services;
        this.book = book;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable String token, Locale locale) {
        return withOffer(practice, token, locale, offer -> page(practice, offer, token, locale));
    }

    @PostMapping
    ModelAndView answer(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale) {
        return withOffer(practice, token, locale, offer -> {
            var typed = BookForm.Typed.of(form);
            if (!state(practice, offer).asks()) {
                return page(practice, offer, token, locale);
            }
            var birthDate = date(typed.isoBirthDate());
            if (birthDate == null) {
                return wrongDate(practice, offer, token, typed, "frontdoor.manage.missing", locale);
            }
            return switch (gate.answer(
                    practice.id(), offer.patient(), offer.id().value(), birthDate)) {
                case RIGHT -> act(practice, offer, token, typed, form.getFirst("answer"), locale);
                case WRONG -> wrongDate(practice, offer, token, typed, "waiting.offer.wrong", locale);
                case LOCKED -> {
                    var page = page(practice, offer, token, locale);
                    page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                    yield page;
                }
            };
        });
    }

    private ModelAndView act(
            Practice practice,
            OfferedOpening offer,
            String token,
            BookForm.Typed typed,
            @Nullable String answer,
            Locale locale) {
        return switch (Optional.ofNullable(answer).orElse("")) {
            case "accept" ->
                said(practice, token, typed, answers.accept(practice.id(), offer.id(), Actor.GUEST), locale);
            case "decline" ->
                said(practice, token, typed, answers.decline(practice.id(), offer.id(), false, Actor.GUEST), locale);
            case "leave" ->
                said(practice, token, typed, answers.decline(practice.id(), offer.id(), true, Actor.GUEST), locale);
            case "wait" -> {
                if (state(practice, offer) == Shown.UNANSWERED) {
                    list.putBack(practice.id(), offer.wish(), Actor.GUEST);
                }
                yield to(practice, "/offers/" + token);
            }
            default ->
                refused(
                        practice,
                        offer,
                        token,
                        typed,
                        "waiting.offer.choose",
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        locale);
        };
    }

    private ModelAndView said(Practice practice, String token, BookForm.Typed typed, Answer answer, Locale locale) {
        return switch (answer) {
            case Answer.Accepted(var visit) -> to(practice, "/booked/" + visits.link(practice.id(), visit));
            case Answer.Declined _, Answer.Over _ -> to(practice, "/offers/" + token);
            case Answer.PatientBusy _ ->
                withOffer(
                        practice,
                        token,
                        locale,
                        offer -> refused(
                                practice, offer, token, typed, "waiting.offer.busy", HttpStatus.CONFLICT, locale));
        };
    }

    private interface WithOffer {
        ModelAndView page(OfferedOpening offer);
    }

    private ModelAndView withOffer(Practice practice, String token, Locale locale, WithOffer then) {
        return switch (links.find(practice.id(), token)) {
            case Found.Offered(var offer) -> then.page(offer);
            case Found.Expired _ -> deadLink(practice, "frontdoor.link.expired", HttpStatus.GONE, locale);
            case Found.Unknown _ -> deadLink(practice, "frontdoor.link.unknown", HttpStatus.NOT_FOUND, locale);
        };
    }

    private ModelAndView page(Practice practice, OfferedOpening offer, String token, Locale locale) {
        var words = Words.of(practice, locale);
        var opening = offer.opening();
        var until = offer.expiresAt().atZone(offer.zone());
        var modality = services.find(practice.id(), offer.service())
                .map(Service::modality)
                .orElse(Modality.IN_PERSON);
        var page = new ModelAndView("frontdoor/waiting/offer");
        page.addObject("token", token);
        var state = state(practice, offer);
        page.addObject("state", state.name().toLowerCase(Locale.ROOT));
        page.addObject(
                "title",
                say(state == Shown.OPEN ? "waiting.offer.title" : "frontdoor.message.waiting-list-offer", locale));
        page.addObject("notice", null);
        page.addObject(
                "when",
                say(
                                "frontdoor.summary.time",
                                locale,
                                words.dayAndYear(opening.start().toLocalDate()),
                                words.time(opening.start().toLocalTime()),
                                words.time(opening.end().toLocalTime()))
                        + " (" + words.zone(opening.start()) + ")");
        page.addObject("where", book.where(practice, modality, offer.location(), locale));
        page.addObject("until", words.dayAndYear(until.toLocalDate()) + ", " + words.time(until.toLocalTime()));
        page.addObject("contact", SiteContent.contactLine(practice, words));
        page.addObject("birthDate", Map.of("year", "", "month", "", "day", ""));
        page.addObject("errors", List.of());
        page.addObject("errorOf", Map.of());
        page.addObject("emergencyLine", true);
        return page;
    }

    /// What the page says of an offer.
    private enum Shown {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        /// The time is over, and another may be offered.
        WAITING,
        /// The time is over, none is offered any more, and whoever waits may say that they still do.
        UNANSWERED,
        WITHDRAWN,
        LOCKED;

        boolean asks() {
            return this == OPEN || this == UNANSWERED || this == LOCKED;
        }
    }

    private Shown state(Practice practice, OfferedOpening offer) {
        var state = switch (offer.state()) {
            case OPEN -> offer.isOpen(clock.instant()) ? Shown.OPEN : afterwards(practice, offer);
            case EXPIRED -> afterwards(practice, offer);
            case ACCEPTED -> Shown.ACCEPTED;
            case DECLINED -> Shown.DECLINED;
            case WITHDRAWN -> Shown.WITHDRAWN;
        };
        return state.asks() && gate.locked(practice.id(), offer.id().value()) ? Shown.LOCKED : state;
    }

    /// How it goes on for whoever has not answered.
    private Shown afterwards(Practice practice, OfferedOpening offer) {
        var today = LocalDate.ofInstant(clock.instant(), offer.zone());
        return list.find(practice.id(), offer.wish())
                .filter(wish -> !wish.wanted().until().isBefore(today))
                .map(wish -> switch (wish.state()) {
                    case WAITING -> Shown.WAITING;
                    case UNANSWERED -> Shown.UNANSWERED;
                    case BOOKED, WITHDRAWN -> Shown.EXPIRED;
                })
                .orElse(Shown.EXPIRED);
    }

    private ModelAndView wrongDate(
            Practice practice, OfferedOpening offer, String token, BookForm.Typed typed, String key, Locale locale) {
        var page = page(practice, offer, token, locale);
        var problem = new FieldProblem("birthDate", say(key, locale));
        page.addObject("birthDate", typed.birthDate());
        page.addObject("errors", List.of(problem));
        page.addObject("errorOf", Map.of(problem.field(), problem.message()));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /// Refused for a reason that no field can mend.
    private ModelAndView refused(
            Practice practice,
            OfferedOpening offer,
            String token,
            BookForm.Typed typed,
            String key,
            HttpStatus status,
            Locale locale) {
        var page = page(practice, offer, token, locale);
        page.addObject("birthDate", typed.birthDate());
        page.addObject("notice", say(key, locale));
        page.setStatus(status);
        return page;
    }

    private ModelAndView deadLink(Practice practice, String texts, HttpStatus status, Locale locale) {
        var page = new ModelAndView("frontdoor/link");
        page.addObject("title", say(texts + ".title", locale));
        page.addObject(
                "text", say(texts + ".text", locale, SiteContent.contactLine(practice, Words.of(practice, locale))));
        page.addObject("emergencyLine", true);
        page.setStatus(status);
        return page;
    }

    private static ModelAndView to(Practice practice, String rest) {
        var redirect = new RedirectView("/p/" + practice.slug() + rest);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static @Nullable LocalDate date(String written) {
        try {
            return written.isBlank() ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
