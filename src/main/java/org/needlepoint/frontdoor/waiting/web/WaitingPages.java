package org.needlepoint.frontdoor.waiting.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.waiting.AnswerOffer;
import org.needlepoint.scheduling.waiting.AnswerOffer.Answer;
import org.needlepoint.scheduling.waiting.OfferId;
import org.needlepoint.scheduling.waiting.WaitingList;
import org.needlepoint.scheduling.waiting.WaitingList.Joining;
import org.needlepoint.scheduling.waiting.Wish;
import org.needlepoint.scheduling.waiting.WishId;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The waiting list at the desk: who waits, what is kept for whom, and answers given on the phone.
@Controller
class WaitingPages {
    private static final Set<String> OUTCOMES =
            Set.of("joined", "withdrawn", "returned", "ended", "declined", "over", "busy");

    private final WaitingList list;
    private final AnswerOffer answers;
    private final Patients patients;
    private final WaitingModel model;

    WaitingPages(WaitingList list, AnswerOffer answers, Patients patients, WaitingModel model) {
        this.list = list;
        this.answers = answers;
        this.patients = patients;
        this.model = model;
    }

    @GetMapping("/p/{slug}/waiting")
    ModelAndView all(
            Practice practice, @RequestParam Optional<String> done, @RequestParam Optional<UUID> wish, Locale locale) {
        var page = new ModelAndView("frontdoor/waiting/list");
        page.addObject("rows", model.rows(practice, list.waiting(practice.id()), locale));
        page.addObject("done", done(done, locale));
        page.addObject(
                "withdrawn",
                wish.flatMap(id -> list.find(practice.id(), new WishId(id)))
                        .filter(found -> found.state() == Wish.State.WITHDRAWN)
                        .map(found -> found.id().toString())
                        .orElse(null));
        return page;
    }

    private @Nullable String done(Optional<String> outcome, Locale locale) {
        return outcome.filter(OUTCOMES::contains)
                .map(word -> model.say("waiting.done." + word, locale))
                .orElse(null);
    }

    @PostMapping("/p/{slug}/waiting/{id}/withdrawal")
    ModelAndView withdraw(Practice practice, @PathVariable UUID id, SignedIn who) {
        list.withdraw(practice.id(), new WishId(id), who.actor());
        return to(practice, "/waiting?done=withdrawn&wish=" + id);
    }

    @PostMapping("/p/{slug}/waiting/{id}/return")
    ModelAndView putBack(Practice practice, @PathVariable UUID id, SignedIn who) {
        var waits = list.putBack(practice.id(), new WishId(id), who.actor());
        return to(practice, waits ? "/waiting?done=returned" : "/waiting?done=ended");
    }

    @PostMapping("/p/{slug}/waiting/offers/{id}")
    ModelAndView answer(Practice practice, @PathVariable UUID id, @RequestParam String answer, SignedIn who) {
        var offer = new OfferId(id);
        var said = answer.equals("accept")
                ? answers.accept(practice.id(), offer, who.actor())
                : answers.decline(practice.id(), offer, false, who.actor());
        return switch (said) {
            case Answer.Accepted(var visit) -> to(practice, "/appointments/" + visit.id());
            case Answer.Declined _ -> to(practice, "/waiting?done=declined");
            case Answer.Over _ -> to(practice, "/waiting?done=over");
            case Answer.PatientBusy _ -> to(practice, "/waiting?done=busy");
        };
    }

    @GetMapping("/p/{slug}/patients/{id}/waiting")
    ModelAndView ofPatient(Practice practice, @PathVariable UUID id, Locale locale) {
        var patient = patient(practice, id);
        return form(practice, patient, WishForm.from(model.today(practice), "", ""), List.of(), locale);
    }

    @PostMapping("/p/{slug}/patients/{id}/waiting")
    ModelAndView join(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            Locale locale) {
        var patient = patient(practice, id);
        var form = WishForm.of(typed);
        return switch (form.read(model.today(practice))) {
            case WishForm.Reading.Invalid(var flaws) ->
                invalid(practice, patient, form, model.problems(flaws, locale), locale);
            case WishForm.Reading.Valid(var wanted) ->
                switch (list.join(practice.id(), new Who.Known(patient.id()), wanted, null, who.actor())) {
                    case Joining.Joined _ -> to(practice, "/waiting?done=joined");
                    case Joining.NotOffered(var field) ->
                        invalid(
                                practice,
                                patient,
                                form,
                                List.of(new FieldProblem(field, model.say("series.error." + field, locale))),
                                locale);
                    case Joining.TooMany _ -> throw new IllegalStateException("staff have no limit");
                };
        };
    }

    private ModelAndView invalid(
            Practice practice, Patient patient, WishForm form, List<FieldProblem> problems, Locale locale) {
        var page = form(practice, patient, form, problems, locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView form(
            Practice practice, Patient patient, WishForm form, List<FieldProblem> problems, Locale locale) {
        var page = new ModelAndView("frontdoor/waiting/patient");
        model.fields(page, practice, form, problems, locale);
        page.addObject("patient", patient);
        page.addObject("title", model.say("waiting.for", locale, patient.name()));
        page.addObject("rows", model.rows(practice, list.of(practice.id(), List.of(patient.id())), locale));
        return page;
    }

    private Patient patient(Practice practice, UUID id) {
        return patients.find(practice.id(), new PatientId(id)).orElseThrow(NotFound::new);
    }

    private static ModelAndView to(Practice practice, String rest) {
        var redirect = new RedirectView("/p/" + practice.slug() + rest);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
