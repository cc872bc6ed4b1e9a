package org.needlepoint.frontdoor.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.OutlineZones;
import org.needlepoint.anatomy.RedFlagLevel;
import org.needlepoint.anatomy.RedFlags;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.PainReports;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.BookingClients;
import org.needlepoint.scheduling.HoldOpening;
import org.needlepoint.scheduling.HoldOpening.Holding;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.Services;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Booking a visit without a sign-in: service, time, details. The drawing and what was typed travel in the forms.
@Controller
@RequestMapping("/p/{slug}/book")
class BookPages {
    private final Services services;
    private final HoldOpening holdOpening;
    private final BookAppointment bookAppointment;
    private final BookingClients clients;
    private final BookedVisits booked;
    private final OpeningsPage openings;
    private final BookModel model;
    private final PainFormReader pain;
    private final OutlineZones zones;
    private final RedFlags redFlags;

    BookPages(
            Services services,
            HoldOpening holdOpening,
            BookAppointment bookAppointment,
            BookingClients clients,
            BookedVisits booked,
            OpeningsPage openings,
            BookModel model,
            PainFormReader pain,
            OutlineZones zones,
            RedFlags redFlags) {
        this.services = services;
        this.holdOpening = holdOpening;
        this.bookAppointment = bookAppointment;
        this.clients = clients;
        this.booked = booked;
        this.openings = openings;
        this.model = model;
        this.pain = pain;
        this.zones = zones;
        this.redFlags = redFlags;
    }

    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView services(Practice practice, @RequestParam MultiValueMap<String, String> form, Locale locale) {
        var booking = BookForm.read(form, pain);
        var stopped = stop(booking, locale);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        return model.services(practice, booking, physicianFirst(booking), locale);
    }

    @RequestMapping(
            path = "/times",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView times(Practice practice, @RequestParam MultiValueMap<String, String> form, Locale locale) {
        var booking = BookForm.read(form, pain);
        var stopped = stop(booking, locale);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        var service = bookable(practice, booking);
        if (service.isEmpty()) {
            return model.services(practice, booking, physicianFirst(booking), locale);
        }
        return times(practice, service.get(), booking, HttpStatus.OK, null, locale);
    }

    @PostMapping("/hold")
    ModelAndView hold(
            Practice practice,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            Locale locale) {
        var booking = BookForm.read(form, pain);
        var stopped = stop(booking, locale);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        var service = bookable(practice, booking);
        var wanted = booking.opening();
        if (service.isEmpty()) {
            return model.services(practice, booking, physicianFirst(booking), locale);
        }
        if (wanted == null) {
            return times(
                    practice, service.get(), booking, HttpStatus.UNPROCESSABLE_CONTENT, "frontdoor.times.gone", locale);
        }
        var holding = holdOpening.hold(
                practice.id(),
                service.get().id(),
                wanted.practitioner(),
                wanted.location(),
                wanted.start(),
                clients.of(request.getRemoteAddr()));
        return switch (holding) {
            case Holding.Held(var id, var expires, var opening) ->
                model.details(practice, service.get(), booking.holding(id), opening, expires, List.of(), locale);
            case Holding.Taken(var alternatives) -> taken(practice, service.get(), booking, alternatives, locale);
            case Holding.TooSoon(var alternatives) ->
                instead(practice, service.get(), booking, alternatives, "frontdoor.tooSoon", locale);
            case Holding.NotOffered _ ->
                times(practice, service.get(), booking, HttpStatus.CONFLICT, "frontdoor.times.gone", locale);
            case Holding.TooMany(int most) ->
                times(
                        practice,
                        service.get(),
                        booking,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "frontdoor.times.tooMany",
                        locale,
                        most);
        };
    }

    @PostMapping("/details")
    ModelAndView book(Practice practice, @RequestParam MultiValueMap<String, String> form, Locale locale) {
        var booking = BookForm.read(form, pain);
        var stopped = stop(booking, locale);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        var service = bookable(practice, booking);
        var wanted = booking.opening();
        var hold = booking.hold();
        if (service.isEmpty() || wanted == null || hold == null) {
            return model.services(practice, booking, physicianFirst(booking), locale);
        }
        return switch (model.demographics(practice, booking, locale)) {
            case DemographicsForm.Reading.Invalid(var flaws) ->
                again(practice, service.get(), booking, wanted, model.problems(flaws, locale), locale);
            case DemographicsForm.Reading.Valid(var who) -> {
                if (service.get().modality() == Modality.PHONE && who.phone() == null) {
                    yield again(practice, service.get(), booking, wanted, model.phoneNeeded(locale), locale);
                }
                var made = bookAppointment.fromHold(
                        practice.id(),
                        hold,
                        new BookAppointment.Who.Guest(who),
                        PainReports.of(
                                booking.story(),
                                redFlags.judge(booking.story().answers()).level(),
                                zones.version()),
                        Actor.GUEST);
                yield switch (made) {
                    case Booking.Booked(var appointment) -> confirmation(practice, appointment);
                    case Booking.HoldUsed(var earlier, var alternatives) ->
                        booked.sameGuest(practice.id(), earlier, who)
                                .map(appointment -> confirmation(practice, appointment))
                                .orElseGet(() -> taken(practice, service.get(), booking, alternatives, locale));
                    case Booking.Taken(var alternatives) ->
                        taken(practice, service.get(), booking, alternatives, locale);
                    case Booking.HoldExpired _, Booking.UnknownHold _ ->
                        expired(practice, service.get(), booking, locale);
                    case Booking.PatientBusy _, Booking.NotOffered _ ->
                        times(practice, service.get(), booking, HttpStatus.CONFLICT, "frontdoor.times.gone", locale);
                };
            }
        };
    }

    private ModelAndView confirmation(Practice practice, Appointment appointment) {
        var redirect = new RedirectView("/p/" + practice.slug() + "/booked/" + booked.link(practice.id(), appointment));
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private ModelAndView again(
            Practice practice,
            Service service,
            BookForm booking,
            BookForm.Wanted wanted,
            List<FieldProblem> problems,
            Locale locale) {
        var page = model.details(practice, service, booking, wanted.opening(practice, service), null, problems, locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView taken(
            Practice practice, Service service, BookForm booking, List<Opening> alternatives, Locale locale) {
        return instead(practice, service, booking, alternatives, "frontdoor.taken", locale);
    }

    private ModelAndView instead(
            Practice practice,
            Service service,
            BookForm booking,
            List<Opening> alternatives,
            String reason,
            Locale locale) {
        var page = model.alternatives(practice, service, booking, alternatives, reason, locale);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView expired(Practice practice, Service service, BookForm booking, Locale locale) {
        var near = openings.near(practice, service, booking.opening());
        var page = model.alternatives(practice, service, booking, near, "frontdoor.expired", locale);
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private ModelAndView times(
            Practice practice,
            Service service,
            BookForm booking,
            HttpStatus status,
            @Nullable String messageKey,
            Locale locale,
            Object... arguments) {
        var page = new ModelAndView("frontdoor/book-times");
        model.common(page, booking, locale);
        openings.addTo(page, practice, service, booking.practitioner(), booking.from(), locale);
        page.addObject("hidden", booking.fields(false));
        page.addObject("serviceName", service.name().in(locale));
        page.addObject("service", service.id().toString());
        page.addObject("notice", messageKey == null ? null : model.say(messageKey, locale, arguments));
        page.addObject("emergencyLine", true);
        page.setStatus(status);
        return page;
    }

    /// The service that is asked for, when it can be booked with these answers.
    private Optional<Service> bookable(Practice practice, BookForm booking) {
        return Optional.ofNullable(booking.service())
                .flatMap(id -> services.find(practice.id(), id))
                .filter(Service::active)
                .filter(service -> !physicianFirst(booking) || service.modality() == Modality.PHONE);
    }

    private boolean physicianFirst(BookForm booking) {
        return redFlags.judge(booking.story().answers()).level().orElse(null) == RedFlagLevel.PHYSICIAN_FIRST;
    }

    /// An answer that means danger is never booked over (rule C2).
    private Optional<ModelAndView> stop(BookForm booking, Locale locale) {
        var judgement = redFlags.judge(booking.story().answers());
        return judgement.level().filter(RedFlagLevel::stopsBooking).map(_ -> PainPages.stopPage(judgement, locale));
    }

    @GetMapping({"/hold", "/details"})
    String back(Practice practice) {
        return "redirect:/p/" + practice.slug() + "/book";
    }
}
