package org.needlepoint.frontdoor.waiting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.web.BookForm;
import org.needlepoint.frontdoor.web.SiteContent;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.notifications.SmsGateway;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.BookingClients;
import org.needlepoint.scheduling.Once;
import org.needlepoint.scheduling.waiting.WaitingList;
import org.needlepoint.scheduling.waiting.WaitingList.Joining;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Joining the waiting list without a sign-in, when none of the times will do.
@Controller
@RequestMapping("/p/{slug}/book/waiting")
class JoinPages {
    private final WaitingList list;
    private final WaitingModel model;
    private final BookingClients clients;
    private final Once once;
    private final SmsGateway sms;

    JoinPages(WaitingList list, WaitingModel model, BookingClients clients, Once once, SmsGateway sms) {
        this.list = list;
        this.model = model;
        this.clients = clients;
        this.once = once;
        this.sms = sms;
    }

    @GetMapping
    ModelAndView ask(
            Practice practice,
            @RequestParam Optional<String> service,
            @RequestParam Optional<String> practitioner,
            Locale locale) {
        var form = WishForm.from(model.today(practice), service.orElse(""), practitioner.orElse(""));
        return page(practice, form, new BookForm.Typed("", "", "", "", "", ""), List.of(), locale);
    }

    @PostMapping
    ModelAndView join(
            Practice practice,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam UUID key,
            HttpServletRequest request,
            Locale locale) {
        var form = WishForm.of(typed);
        var person = BookForm.Typed.of(typed);
        var wish = form.read(model.today(practice));
        var who = new DemographicsForm(person.name(), person.isoBirthDate(), person.phone(), person.email())
                .read(model.today(practice), practice.country(), locale);
        if (!(wish instanceof WishForm.Reading.Valid(var wanted))
                || !(who instanceof DemographicsForm.Reading.Valid(var demographics))) {
            return invalid(practice, form, person, problems(wish, who, locale), locale);
        }
        var client = clients.of(request.getRemoteAddr());
        var guest = new Who.Guest(demographics);
        var outcome = once.run(
                practice.id(),
                new Once.Request("POST waiting", client, key.toString(), wanted + " " + guest),
                () -> list.join(practice.id(), guest, wanted, client, Actor.GUEST),
                JoinPages::kept);
        return switch (outcome) {
            case Once.Outcome.Fresh<Joining>(var joining) -> answer(practice, form, person, joining, locale);
            case Once.Outcome.Repeated<Joining> _ -> joined(practice);
            case Once.Outcome.OtherBody<Joining> _ ->
                refused(practice, form, person, model.say("waiting.sentBefore", locale), HttpStatus.CONFLICT, locale);
        };
    }

    private static Optional<Once.Answer> kept(Joining joining) {
        return joining instanceof Joining.Joined(var id)
                ? Optional.of(new Once.Answer(HttpStatus.SEE_OTHER.value(), id.toString()))
                : Optional.empty();
    }

    private ModelAndView answer(
            Practice practice, WishForm form, BookForm.Typed person, Joining joining, Locale locale) {
        return switch (joining) {
            case Joining.Joined _ -> joined(practice);
            case Joining.NotOffered(var field) ->
                invalid(
                        practice,
                        form,
                        person,
                        List.of(new FieldProblem(field, model.say("series.error." + field, locale))),
                        locale);
            case Joining.TooMany(var most) ->
                refused(
                        practice,
                        form,
                        person,
                        model.say("waiting.tooMany", locale, most),
                        HttpStatus.TOO_MANY_REQUESTS,
                        locale);
        };
    }

    private static ModelAndView joined(Practice practice) {
        var redirect = new RedirectView("/p/" + practice.slug() + "/book/waiting/joined");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private List<FieldProblem> problems(WishForm.Reading wish, DemographicsForm.Reading who, Locale locale) {
        var ofWish = switch (wish) {
            case WishForm.Reading.Invalid(var flaws) -> model.problems(flaws, locale).stream();
            case WishForm.Reading.Valid _ -> Stream.<FieldProblem>empty();
        };
        var ofPerson = switch (who) {
            case DemographicsForm.Reading.Invalid(var flaws) ->
                flaws.stream().map(flaw -> new FieldProblem(flaw.field(), model.say(flaw.messageKey(), locale)));
            case DemographicsForm.Reading.Valid _ -> Stream.<FieldProblem>empty();
        };
        return Stream.concat(ofWish, ofPerson).toList();
    }

    private ModelAndView invalid(
            Practice practice, WishForm form, BookForm.Typed person, List<FieldProblem> problems, Locale locale) {
        var page = page(practice, form, person, problems, locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView refused(
            Practice practice, WishForm form, BookForm.Typed person, String why, HttpStatus status, Locale locale) {
        var page = page(practice, form, person, List.of(), locale);
        page.addObject("notice", why);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(
            Practice practice, WishForm form, BookForm.Typed person, List<FieldProblem> problems, Locale locale) {
        var page = new ModelAndView("frontdoor/waiting/join");
        model.fields(page, practice, form, problems, locale);
        page.addObject("typed", person);
        page.addObject("birthDate", person.birthDate());
        page.addObject("notice", null);
        page.addObject("key", UUID.randomUUID().toString());
        page.addObject("texts", sms.available());
        page.addObject("emergencyLine", true);
        return page;
    }

    @GetMapping("/joined")
    ModelAndView joined(Practice practice, Locale locale) {
        var page = new ModelAndView("frontdoor/waiting/joined");
        page.addObject("texts", sms.available());
        page.addObject("contact", SiteContent.contactLine(practice, Words.of(practice, locale)));
        page.addObject("emergencyLine", true);
        return page;
    }
}
