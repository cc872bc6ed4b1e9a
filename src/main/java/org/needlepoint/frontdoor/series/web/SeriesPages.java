package org.needlepoint.frontdoor.series.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.web.TypedFields.Flaw;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.Once;
import org.needlepoint.scheduling.series.BookSeries;
import org.needlepoint.scheduling.series.BookedSeries;
import org.needlepoint.scheduling.series.CancelSeries;
import org.needlepoint.scheduling.series.ProposeSeries;
import org.needlepoint.scheduling.series.Rhythm;
import org.needlepoint.scheduling.series.Series;
import org.needlepoint.scheduling.series.SeriesBooking;
import org.needlepoint.scheduling.series.SeriesId;
import org.needlepoint.shared.NotFound;
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

/// Series of visits at the desk: asked for, looked through visit by visit, booked, and the rest cancelled.
@Controller
@RequestMapping("/p/{slug}/patients/{id}/series")
class SeriesPages {
    private final Patients patients;
    private final ProposeSeries proposeSeries;
    private final BookSeries bookSeries;
    private final BookedSeries bookedSeries;
    private final CancelSeries cancelSeries;
    private final Once once;
    private final SeriesModel model;
    private final Clock clock;

    SeriesPages(
            Patients patients,
            ProposeSeries proposeSeries,
            BookSeries bookSeries,
            BookedSeries bookedSeries,
            CancelSeries cancelSeries,
            Once once,
            SeriesModel model,
            Clock clock) {
        this.patients = patients;
        this.proposeSeries = proposeSeries;
        this.bookSeries = bookSeries;
        this.bookedSeries = bookedSeries;
        this.cancelSeries = cancelSeries;
        this.once = once;
        this.model = model;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView propose(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale) {
        var patient = patient(practice, id);
        if (!typed.containsKey("service")) {
            var empty = SeriesForm.from(today(practice).plusDays(1));
            return model.form(practice, patient, empty, List.of(), locale);
        }
        return proposal(practice, patient, SeriesForm.of(typed), null, HttpStatus.OK, locale);
    }

    @PostMapping
    ModelAndView book(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam UUID key,
            SignedIn who,
            Locale locale) {
        var patient = patient(practice, id);
        var form = SeriesForm.of(typed);
        return switch (form.read(patient.id(), today(practice))) {
            case SeriesForm.Reading.Invalid(var flaws) -> invalid(practice, patient, form, flaws, locale);
            case SeriesForm.Reading.Valid(var wish) -> {
                var wanted = form.wanted();
                if (wanted.size() > Rhythm.MOST_VISITS) {
                    var many = Flaw.of("weeks", "series.error.many", Rhythm.MOST_VISITS);
                    yield invalid(practice, patient, form, List.of(many), locale);
                }
                var request = new BookSeries.Request(patient.id(), wish.service(), wish.rhythm(), wanted);
                var outcome = once.run(
                        practice.id(),
                        new Once.Request("POST series", who.id().toString(), key.toString(), request.toString()),
                        () -> bookSeries.book(practice.id(), request, who.actor()),
                        SeriesPages::kept);
                yield switch (outcome) {
                    case Once.Outcome.Fresh<SeriesBooking>(var booking) ->
                        answer(practice, patient, form, booking, locale);
                    case Once.Outcome.Repeated<SeriesBooking>(var answer) ->
                        to(practice, patient, answer.body(), "booked");
                    case Once.Outcome.OtherBody<SeriesBooking> _ ->
                        proposal(
                                practice,
                                patient,
                                form,
                                model.say("frontdoor.desk.sentBefore", locale),
                                HttpStatus.CONFLICT,
                                locale);
                };
            }
        };
    }

    private static Optional<Once.Answer> kept(SeriesBooking booking) {
        return booking instanceof SeriesBooking.Booked(var id, var _)
                ? Optional.of(new Once.Answer(HttpStatus.SEE_OTHER.value(), id.toString()))
                : Optional.empty();
    }

    private ModelAndView answer(
            Practice practice, Patient patient, SeriesForm form, SeriesBooking booking, Locale locale) {
        return switch (booking) {
            case SeriesBooking.Booked(var id, var _) -> to(practice, patient, id.toString(), "booked");
            case SeriesBooking.Refused refused ->
                proposal(practice, patient, form, model.why(practice, refused, locale), HttpStatus.CONFLICT, locale);
            case SeriesBooking.TooClose close ->
                proposal(
                        practice,
                        patient,
                        form,
                        model.why(practice, close, form.daysApart(), locale),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        locale);
            case SeriesBooking.NoneChosen _ ->
                proposal(
                        practice,
                        patient,
                        form,
                        model.say("series.refused.none", locale),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        locale);
        };
    }

    /// Every visit of the rhythm as it could be booked now, with a notice above when one was refused.
    private ModelAndView proposal(
            Practice practice,
            Patient patient,
            SeriesForm form,
            @Nullable String notice,
            HttpStatus status,
            Locale locale) {
        return switch (form.read(patient.id(), today(practice))) {
            case SeriesForm.Reading.Invalid(var flaws) -> invalid(practice, patient, form, flaws, locale);
            case SeriesForm.Reading.Valid(var wish) ->
                switch (proposeSeries.propose(practice.id(), wish)) {
                    case ProposeSeries.Search.Unknown(var field) ->
                        invalid(practice, patient, form, List.of(Flaw.of(field, "series.error." + field)), locale);
                    case ProposeSeries.Search.Proposed(var proposal) -> {
                        var page = model.proposal(practice, patient, form, proposal, notice, locale);
                        page.setStatus(status);
                        yield page;
                    }
                };
        };
    }

    private ModelAndView invalid(Practice practice, Patient patient, SeriesForm form, List<Flaw> flaws, Locale locale) {
        var page = model.form(practice, patient, form, flaws, locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping("/{series}")
    ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable UUID series,
            @RequestParam Optional<String> done,
            SignedIn who,
            Locale locale) {
        var patient = patient(practice, id);
        return model.series(practice, patient, series(practice, patient, series), done, who, locale);
    }

    /// @param sure present when the visits were shown once more: they are not put back by one tap
    @PostMapping("/{series}/cancellation")
    ModelAndView cancelRest(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable UUID series,
            @RequestParam Optional<String> reason,
            @RequestParam Optional<String> sure,
            SignedIn who,
            Locale locale) {
        var patient = patient(practice, id);
        var found = series(practice, patient, series);
        var why = SeriesModel.REASONS.stream()
                .filter(each -> reason.filter(each.code()::equals).isPresent())
                .findFirst();
        if (why.isEmpty()) {
            var page = model.series(practice, patient, found, Optional.of("reason"), who, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        CancelReason because = why.get();
        if (sure.isEmpty() && !found.ahead(clock.instant()).isEmpty()) {
            return model.series(practice, patient, found, Optional.empty(), who, locale)
                    .addObject("asks", because.code());
        }
        int cancelled = cancelSeries.cancelRest(practice.id(), found.id(), because, who.actor());
        return to(practice, patient, series.toString(), cancelled == 0 ? "nothing" : "cancelled");
    }

    private static ModelAndView to(Practice practice, Patient patient, String series, String done) {
        var redirect = new RedirectView(
                "/p/" + practice.slug() + "/patients/" + patient.id() + "/series/" + series + "?done=" + done);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private Series series(Practice practice, Patient patient, UUID id) {
        return bookedSeries
                .find(practice.id(), new SeriesId(id))
                .filter(found -> found.patient().equals(patient.id()))
                .orElseThrow(NotFound::new);
    }

    private Patient patient(Practice practice, UUID id) {
        return patients.find(practice.id(), new PatientId(id)).orElseThrow(NotFound::new);
    }

    private LocalDate today(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }
}
