package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.calendar.By;
import org.needlepoint.frontdoor.calendar.web.NewVisitModel.Filled;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Once;
import org.needlepoint.scheduling.Place;
import org.needlepoint.scheduling.PlaceAppointment;
import org.needlepoint.scheduling.Placement;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.shared.NotFound;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The desk books a visit from an empty place of the calendar: somebody on record, found as their name is typed, or
/// somebody new.
@Controller
class NewVisitPages {
    private final Patients patients;
    private final PlaceAppointment placeAppointment;
    private final Calendar calendar;
    private final Once once;
    private final NewVisitModel model;
    private final VisitChangeModel problems;
    private final BackToCalendar back;
    private final SayRefusals refusals;
    private final Clock clock;

    NewVisitPages(
            Patients patients,
            PlaceAppointment placeAppointment,
            Calendar calendar,
            Once once,
            NewVisitModel model,
            VisitChangeModel problems,
            BackToCalendar back,
            SayRefusals refusals,
            Clock clock) {
        this.patients = patients;
        this.placeAppointment = placeAppointment;
        this.calendar = calendar;
        this.once = once;
        this.model = model;
        this.problems = problems;
        this.back = back;
        this.refusals = refusals;
        this.clock = clock;
    }

    /// @param patient who it is for, once found
    /// @param q       typed to find them, where there is no script
    @GetMapping("/p/{slug}/calendar/new")
    ModelAndView form(
            Practice practice,
            PlaceForm form,
            @RequestParam(required = false) @Nullable UUID service,
            @RequestParam(required = false) @Nullable UUID patient,
            @RequestParam(defaultValue = "") String q,
            Locale locale) {
        var filled = new Filled(
                patient == null ? null : patient(practice, patient),
                service,
                form.or(today(practice)),
                SomebodyNew.of(Map.of()),
                NewVisitModel.newKey());
        var page = model.page(practice, filled, List.of(), null, locale);
        model.find(page, practice, q.strip(), locale);
        return page;
    }

    private PlaceForm today(Practice practice) {
        return new PlaceForm(day(practice).toString(), "", null, null, null, null, null, null, null);
    }

    /// Whom a few letters may mean, as they are typed.
    @GetMapping("/p/{slug}/calendar/patients")
    ModelAndView find(Practice practice, @RequestParam(defaultValue = "") String q, Locale locale) {
        var page = new ModelAndView("calendar/parts :: found");
        model.find(page, practice, q.strip(), locale);
        return page;
    }

    /// Looks for somebody on record where there is no script. What was typed stays, here and when one is picked: names
    /// and reasons are in no address.
    @PostMapping(path = "/p/{slug}/calendar/visits", params = "find")
    ModelAndView find(
            Practice practice,
            PlaceForm typed,
            @RequestParam UUID service,
            @RequestParam UUID key,
            @RequestParam Map<String, String> all,
            Locale locale) {
        var filled = new Filled(null, service, typed.or(today(practice)), SomebodyNew.of(all), key);
        return found(practice, filled, all, locale);
    }

    private ModelAndView found(Practice practice, Filled filled, Map<String, String> all, Locale locale) {
        var page = model.page(practice, filled, List.of(), null, locale);
        model.find(page, practice, all.getOrDefault("q", "").strip(), locale);
        return page;
    }

    /// @param pick whom of those found it is for; empty: somebody else
    @PostMapping(path = "/p/{slug}/calendar/visits", params = "pick")
    ModelAndView pick(
            Practice practice,
            PlaceForm typed,
            @RequestParam UUID service,
            @RequestParam Optional<UUID> pick,
            @RequestParam UUID key,
            @RequestParam Map<String, String> all,
            Locale locale) {
        var patient = pick.map(id -> patient(practice, id)).orElse(null);
        var filled = new Filled(patient, service, typed.or(today(practice)), SomebodyNew.of(all), key);
        return model.page(practice, filled, List.of(), null, locale);
    }

    @PostMapping("/p/{slug}/calendar/visits")
    ModelAndView book(
            Practice practice,
            PlaceForm typed,
            @RequestParam UUID service,
            @RequestParam(required = false) @Nullable UUID patient,
            @RequestParam UUID key,
            @RequestParam Map<String, String> all,
            SignedIn who,
            Locale locale) {
        var form = typed.or(today(practice));
        var filled = new Filled(
                patient == null ? null : patient(practice, patient), service, form, SomebodyNew.of(all), key);
        if (patient == null
                && filled.somebody().isBlank()
                && !all.getOrDefault("q", "").isBlank()) {
            return found(practice, filled, all, locale);
        }
        var wrong = new ArrayList<FieldProblem>();
        var whom = whom(practice, filled, wrong, locale);
        var place = place(practice, form, wrong, locale);
        if (whom.isEmpty() || place.isEmpty()) {
            var page = model.page(practice, filled, wrong, null, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var request =
                new Once.Request("POST calendar visits", who.id().toString(), key.toString(), NewVisitModel.body(all));
        var outcome = once.run(
                practice.id(),
                request,
                () -> placeAppointment.book(
                        practice.id(), new ServiceId(service), whom.get(), place.get(), who.actor()),
                NewVisitPages::kept);
        return switch (outcome) {
            case Once.Outcome.Fresh<Placement>(var placement) ->
                answer(practice, filled, placement, zone(practice, place.get()), locale);
            case Once.Outcome.Repeated<Placement>(var answer) ->
                toCalendar(practice, new AppointmentId(UUID.fromString(answer.body())));
            case Once.Outcome.OtherBody<Placement> _ ->
                refused(practice, filled.withNewKey(), model.sentBefore(locale), locale);
        };
    }

    private static Optional<Once.Answer> kept(Placement placement) {
        return placement instanceof Placement.Placed(var visit)
                ? Optional.of(
                        new Once.Answer(HttpStatus.SEE_OTHER.value(), visit.id().toString()))
                : Optional.empty();
    }

    private ModelAndView answer(Practice practice, Filled filled, Placement placement, ZoneId zone, Locale locale) {
        if (placement instanceof Placement.Placed(var visit)) {
            return toCalendar(practice, visit.id());
        }
        return refused(practice, filled, refusals.of(practice, placement, zone, locale), locale);
    }

    private ModelAndView refused(Practice practice, Filled filled, String why, Locale locale) {
        var page = model.page(practice, filled, List.of(), why, locale);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView toCalendar(Practice practice, AppointmentId id) {
        var visit = calendar.find(practice.id(), id).orElseThrow(NotFound::new);
        var shown = new Shown(visit.localStart().toLocalDate(), false, By.PRACTITIONER, null);
        return back.done(practice, shown, "booked", visit);
    }

    private Optional<Who> whom(Practice practice, Filled filled, List<FieldProblem> wrong, Locale locale) {
        var known = filled.patient();
        if (known != null) {
            return Optional.of(new Who.Known(known.chart()));
        }
        return switch (filled.somebody().read(practice, day(practice), locale)) {
            case DemographicsForm.Reading.Valid(var demographics) -> Optional.of(new Who.Guest(demographics));
            case DemographicsForm.Reading.Invalid(var flaws) -> {
                wrong.addAll(model.flaws(flaws, locale));
                yield Optional.empty();
            }
        };
    }

    private Optional<Place> place(Practice practice, PlaceForm form, List<FieldProblem> wrong, Locale locale) {
        return switch (form.read(practice)) {
            case PlaceForm.Reading.Valid(var place) -> Optional.of(place);
            case PlaceForm.Reading.Invalid(var fields) -> {
                wrong.addAll(problems.problems(fields, locale));
                yield Optional.empty();
            }
        };
    }

    private static ZoneId zone(Practice practice, Place place) {
        return practice.locations().stream()
                .filter(each -> each.id().equals(place.location()))
                .findFirst()
                .map(Practice.Location::zone)
                .orElse(practice.zone());
    }

    private LocalDate day(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }

    private Patient patient(Practice practice, UUID id) {
        return patients.find(practice.id(), new PatientId(id)).orElseThrow(NotFound::new);
    }
}
