package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.calendar.By;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.scheduling.Place;
import org.needlepoint.scheduling.PlaceAppointment;
import org.needlepoint.scheduling.Placement;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Somebody stands at the desk without a visit: four fields, and they are booked with whoever is free now (rule F1).
@Controller
class WalkInPages {
    private static final Duration NOW = Duration.ofMinutes(15);
    private static final Duration TODAY = Duration.ofHours(5);

    private final PlaceAppointment placeAppointment;
    private final MoveVisitOn moveVisitOn;
    private final Practitioners practitioners;
    private final Options options;
    private final NewVisitModel model;
    private final BackToCalendar back;
    private final MessageSource messages;
    private final Clock clock;

    WalkInPages(
            PlaceAppointment placeAppointment,
            MoveVisitOn moveVisitOn,
            Practitioners practitioners,
            Options options,
            NewVisitModel model,
            BackToCalendar back,
            MessageSource messages,
            Clock clock) {
        this.placeAppointment = placeAppointment;
        this.moveVisitOn = moveVisitOn;
        this.practitioners = practitioners;
        this.options = options;
        this.model = model;
        this.back = back;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/p/{slug}/calendar/walk-in")
    ModelAndView form(Practice practice, Locale locale) {
        return page(practice, SomebodyNew.of(Map.of()), null, List.of(), List.of(), locale);
    }

    /// @param at a time that was offered because nobody was free at once: practitioner, location and start
    @PostMapping("/p/{slug}/calendar/walk-in")
    ModelAndView book(
            Practice practice,
            @RequestParam UUID service,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam Map<String, String> all,
            SignedIn who,
            Locale locale) {
        var somebody = SomebodyNew.of(all);
        return switch (somebody.read(practice, LocalDate.ofInstant(clock.instant(), practice.zone()), locale)) {
            case DemographicsForm.Reading.Invalid(var flaws) -> {
                var page = page(practice, somebody, service, model.flaws(flaws, locale), List.of(), locale);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
            case DemographicsForm.Reading.Valid(var demographics) -> {
                var chosen = place(at);
                var places = chosen.map(List::of)
                        .orElseGet(() -> placeAppointment.soonest(practice.id(), new ServiceId(service), NOW));
                yield first(practice, new ServiceId(service), new Who.Guest(demographics), places, who)
                        .map(visit -> arrived(practice, visit, who))
                        .orElseGet(() -> later(practice, somebody, service, locale));
            }
        };
    }

    private Optional<Appointment> first(
            Practice practice, ServiceId service, Who whom, List<Place> places, SignedIn who) {
        for (var place : places) {
            if (placeAppointment.book(practice.id(), service, whom, place, who.actor())
                    instanceof Placement.Placed(var visit)) {
                return Optional.of(visit);
            }
        }
        return Optional.empty();
    }

    private ModelAndView arrived(Practice practice, Appointment visit, SignedIn who) {
        var here = switch (moveVisitOn.to(practice.id(), visit.id(), Appointment.Status.ARRIVED, who.actor())) {
            case MoveVisitOn.Progress.Now(var now) -> now;
            case MoveVisitOn.Progress.NotPossible(var now) -> now;
            case MoveVisitOn.Progress.ChangedMeanwhile(var now) -> now;
            case MoveVisitOn.Progress.InTheWay(var now, var _) -> now;
        };
        var shown = new Shown(here.localStart().toLocalDate(), false, By.PRACTITIONER, null);
        return back.done(practice, shown, "walked-in", here);
    }

    private ModelAndView later(Practice practice, SomebodyNew somebody, UUID service, Locale locale) {
        var soonest = placeAppointment.soonest(practice.id(), new ServiceId(service), TODAY);
        var page = page(practice, somebody, service, List.of(), choices(practice, soonest, locale), locale);
        page.addObject("refusal", say(soonest.isEmpty() ? "calendar.walkIn.none" : "calendar.walkIn.later", locale));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private List<Choice> choices(Practice practice, List<Place> places, Locale locale) {
        var words = Words.of(practice, locale);
        var choices = new ArrayList<Choice>();
        for (var place : places) {
            var name = practitioners
                    .find(practice.id(), place.practitioner())
                    .map(person -> person.name())
                    .orElse("");
            var zone = practice.locations().stream()
                    .filter(each -> each.id().equals(place.location()))
                    .findFirst()
                    .map(Practice.Location::zone)
                    .orElse(practice.zone());
            choices.add(new Choice(
                    place.practitioner() + "|" + place.location() + "|" + place.start(),
                    say(
                            "calendar.walkIn.at",
                            locale,
                            words.time(place.start().atZone(zone).toLocalTime()),
                            name),
                    null));
        }
        return choices;
    }

    /// Empty for anything that this page did not write.
    private static Optional<Place> place(@Nullable String at) {
        var parts = at == null ? new String[0] : at.split("\\|");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(Place.at(
                    new PractitionerId(UUID.fromString(parts[0])), UUID.fromString(parts[1]), Instant.parse(parts[2])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private ModelAndView page(
            Practice practice,
            SomebodyNew somebody,
            @Nullable UUID service,
            List<FieldProblem> problems,
            List<Choice> times,
            Locale locale) {
        var page = new ModelAndView("calendar/walk-in");
        page.addObject("practice", practice);
        page.addObject("somebody", somebody);
        page.addObject("birthDate", somebody.birthDate());
        page.addObject("services", options.services(practice, locale));
        page.addObject("service", service == null ? "" : service.toString());
        page.addObject("times", times);
        page.addObject("refusal", null);
        page.addObject("errors", problems);
        page.addObject("errorOf", VisitChangeModel.byField(problems));
        return page;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
