package org.needlepoint.frontdoor.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Once;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.scheduling.Services;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.Uuid7;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The front desk books for a patient on the phone or at the counter, in one step and on the same engine as the site.
@Controller
class DeskPages {
    private final Patients patients;
    private final Services services;
    private final BookAppointment bookAppointment;
    private final Once once;
    private final OpeningsPage openings;
    private final MessageSource messages;

    DeskPages(
            Patients patients,
            Services services,
            BookAppointment bookAppointment,
            Once once,
            OpeningsPage openings,
            MessageSource messages) {
        this.patients = patients;
        this.services = services;
        this.bookAppointment = bookAppointment;
        this.once = once;
        this.openings = openings;
        this.messages = messages;
    }

    @GetMapping("/p/{slug}/patients/{id}/booking")
    ModelAndView choose(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID service,
            @RequestParam(required = false) @Nullable String from,
            Locale locale) {
        var patient = patient(practice, id);
        var chosen = service == null ? null : service(practice, service).orElseThrow(NotFound::new);
        return page(practice, patient, chosen, day(from), null, locale);
    }

    @PostMapping("/p/{slug}/appointments")
    ModelAndView book(
            Practice practice,
            @RequestParam UUID patient,
            @RequestParam UUID service,
            @RequestParam String opening,
            @RequestParam UUID key,
            SignedIn who,
            Locale locale) {
        BookForm.Wanted start;
        try {
            start = BookForm.wanted(opening);
        } catch (IllegalArgumentException | DateTimeException e) {
            return refused(
                    practice, patient, service, HttpStatus.UNPROCESSABLE_CONTENT, "frontdoor.desk.notOffered", locale);
        }
        var person = new PatientId(patient);
        var wish =
                new BookAppointment.Wish(new ServiceId(service), start.practitioner(), start.location(), start.start());
        var request = new Once.Request(
                "POST desk appointments", who.id().toString(), key.toString(), patient + " " + service + " " + opening);
        var outcome = once.run(
                practice.id(),
                request,
                () -> bookAppointment.now(practice.id(), wish, new Who.Known(person), PainReport.NONE, who.actor()),
                DeskPages::kept);
        return switch (outcome) {
            case Once.Outcome.Fresh<Booking>(Booking.Booked(var visit)) ->
                toVisit(practice, visit.id().toString());
            case Once.Outcome.Fresh<Booking>(var refusal) -> answer(practice, patient, service, refusal, locale);
            case Once.Outcome.Repeated<Booking>(var answer) -> toVisit(practice, answer.body());
            case Once.Outcome.OtherBody<Booking> _ ->
                refused(practice, patient, service, HttpStatus.CONFLICT, "frontdoor.desk.sentBefore", locale);
        };
    }

    private static Optional<Once.Answer> kept(Booking booking) {
        return booking instanceof Booking.Booked(var visit)
                ? Optional.of(
                        new Once.Answer(HttpStatus.SEE_OTHER.value(), visit.id().toString()))
                : Optional.empty();
    }

    private ModelAndView answer(Practice practice, UUID patient, UUID service, Booking refusal, Locale locale) {
        return switch (refusal) {
            case Booking.Taken _ ->
                refused(practice, patient, service, HttpStatus.CONFLICT, "frontdoor.desk.taken", locale);
            case Booking.PatientBusy _ ->
                refused(practice, patient, service, HttpStatus.CONFLICT, "frontdoor.desk.busy", locale);
            case Booking.NotOffered _ ->
                refused(
                        practice,
                        patient,
                        service,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "frontdoor.desk.notOffered",
                        locale);
            case Booking.Booked _, Booking.HoldExpired _, Booking.HoldUsed _, Booking.UnknownHold _ ->
                throw new IllegalStateException("one step books without a hold");
        };
    }

    private static ModelAndView toVisit(Practice practice, String visit) {
        var redirect = new RedirectView("/p/" + practice.slug() + "/appointments/" + visit);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    /// The times again, with the reason above them.
    private ModelAndView refused(
            Practice practice, UUID patient, UUID service, HttpStatus status, String reason, Locale locale) {
        var notice = messages.getMessage(reason, null, locale);
        var offered = service(practice, service).orElse(null);
        var page = page(practice, patient(practice, patient), offered, null, notice, locale);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(
            Practice practice,
            Patient person,
            @Nullable Service service,
            @Nullable LocalDate from,
            @Nullable String notice,
            Locale locale) {
        var page = new ModelAndView("frontdoor/desk");
        page.addObject("practice", practice);
        page.addObject("patient", PatientWords.of(person, Words.of(practice, locale), locale));
        page.addObject("notice", notice);
        page.addObject("key", Uuid7.next());
        page.addObject("service", service == null ? null : service.id().toString());
        page.addObject("serviceName", service == null ? null : service.name().in(locale));
        page.addObject("services", choices(practice, locale));
        if (service == null) {
            page.addObject("days", List.<Opening>of());
        } else {
            openings.addTo(page, practice, service, null, from, locale);
        }
        return page;
    }

    private List<Choice> choices(Practice practice, Locale locale) {
        return services.active(practice.id()).stream()
                .map(service -> new Choice(
                        service.id().toString(),
                        service.name().in(locale) + " · "
                                + messages.getMessage(
                                        "frontdoor.today.minutes", new Object[] {service.minutes()}, locale),
                        null))
                .toList();
    }

    private Patient patient(Practice practice, UUID id) {
        return patients.find(practice.id(), new PatientId(id)).orElseThrow(NotFound::new);
    }

    private Optional<Service> service(Practice practice, UUID id) {
        return services.active(practice.id()).stream()
                .filter(service -> service.id().equals(new ServiceId(id)))
                .findFirst();
    }

    /// A day that cannot be read means today.
    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
