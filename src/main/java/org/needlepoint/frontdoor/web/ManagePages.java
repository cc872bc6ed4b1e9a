package org.needlepoint.frontdoor.web;

import static org.needlepoint.frontdoor.web.ManageGate.back;
import static org.needlepoint.frontdoor.web.ManageGate.conflict;
import static org.needlepoint.frontdoor.web.ManageGate.date;
import static org.needlepoint.frontdoor.web.ManageGate.version;

import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.CancelAppointment.Cancellation;
import org.needlepoint.scheduling.MoveAppointment;
import org.needlepoint.scheduling.MoveAppointment.Moving;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A booked visit for whoever holds its link: time and place for anybody, changes for those who know the birth date
/// (rule P3). A GET changes nothing (rule F4).
@Controller
@RequestMapping("/p/{slug}")
class ManagePages {
    private static final List<Appointment.CancelReason> REASONS = List.of(
            Appointment.CancelReason.PATIENT_ASKED,
            Appointment.CancelReason.PATIENT_ILL,
            Appointment.CancelReason.BOOKED_BY_MISTAKE,
            Appointment.CancelReason.OTHER);

    private final ManageGate gate;
    private final CancelAppointment cancelAppointment;
    private final MoveAppointment moveAppointment;
    private final ManageModel model;

    ManagePages(
            ManageGate gate, CancelAppointment cancelAppointment, MoveAppointment moveAppointment, ManageModel model) {
        this.gate = gate;
        this.cancelAppointment = cancelAppointment;
        this.moveAppointment = moveAppointment;
        this.model = model;
    }

    @GetMapping("/booked/{token}")
    ModelAndView booked(Practice practice, @PathVariable String token, Locale locale) {
        return gate.withVisit(practice, token, locale, visit -> model.booked(practice, visit, token, locale));
    }

    @GetMapping("/manage/{token}")
    ModelAndView show(
            Practice practice, @PathVariable String token, @RequestParam Optional<String> done, Locale locale) {
        return gate.withVisit(
                practice, token, locale, visit -> model.closed(practice, visit, token, done.orElse(null), locale));
    }

    @PostMapping("/manage/{token}")
    ModelAndView open(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale) {
        return gate.checked(
                practice,
                token,
                form,
                locale,
                (visit, typed) -> model.open(practice, visit, token, typed, List.of(), null, locale));
    }

    @PostMapping("/manage/{token}/cancellation")
    ModelAndView cancel(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale) {
        return gate.checked(practice, token, form, locale, (visit, typed) -> {
            var reason = reason(form.getFirst("reason"));
            if (reason.isEmpty()) {
                var problems = List.of(model.problem("reason", "frontdoor.manage.error.reason", locale));
                return model.open(practice, visit, token, typed, problems, null, locale);
            }
            var cancellation = cancelAppointment.cancel(
                    practice.id(), visit.id(), version(form, visit), reason.get(), Actor.GUEST);
            return switch (cancellation) {
                case Cancellation.Cancelled _, Cancellation.AlreadyCancelled _ -> back(practice, token, "");
                case Cancellation.NotCancellable(var now) -> model.closed(practice, now, token, null, locale);
                case Cancellation.ChangedMeanwhile(var now) ->
                    conflict(model.open(practice, now, token, typed, List.of(), "frontdoor.manage.changed", locale));
            };
        });
    }

    @PostMapping("/manage/{token}/times")
    ModelAndView times(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale) {
        return gate.checked(
                practice,
                token,
                form,
                locale,
                (visit, typed) ->
                        model.times(practice, visit, token, typed, date(form.getFirst("from")), null, locale));
    }

    @PostMapping("/manage/{token}/move")
    ModelAndView move(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale) {
        return gate.checked(practice, token, form, locale, (visit, typed) -> {
            var wanted = wanted(form.getFirst("opening"));
            if (wanted.isEmpty()) {
                return conflict(model.times(practice, visit, token, typed, null, "frontdoor.times.gone", locale));
            }
            var moving = moveAppointment.move(
                    practice.id(),
                    visit.id(),
                    version(form, visit),
                    wanted.get().practitioner(),
                    wanted.get().location(),
                    wanted.get().start(),
                    Actor.GUEST);
            return switch (moving) {
                case Moving.Moved _ -> back(practice, token, "moved");
                case Moving.Taken _ ->
                    conflict(model.times(practice, visit, token, typed, null, "frontdoor.taken.title", locale));
                case Moving.PatientBusy _ ->
                    conflict(model.times(practice, visit, token, typed, null, "frontdoor.manage.busy", locale));
                case Moving.NotOffered _ ->
                    conflict(model.times(practice, visit, token, typed, null, "frontdoor.times.gone", locale));
                case Moving.NotMovable(var now) -> model.closed(practice, now, token, null, locale);
                case Moving.ChangedMeanwhile(var now) ->
                    conflict(model.open(practice, now, token, typed, List.of(), "frontdoor.manage.changed", locale));
            };
        });
    }

    private static Optional<Appointment.CancelReason> reason(@Nullable String code) {
        return REASONS.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }

    static List<Appointment.CancelReason> reasons() {
        return REASONS;
    }

    private static Optional<BookForm.Wanted> wanted(@Nullable String written) {
        try {
            return Optional.ofNullable(written).map(BookForm::wanted);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
