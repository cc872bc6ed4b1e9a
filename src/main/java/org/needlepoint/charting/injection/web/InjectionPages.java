package org.needlepoint.charting.injection.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.injection.Doubt;
import org.needlepoint.charting.injection.GiveInjection;
import org.needlepoint.charting.injection.Injecting;
import org.needlepoint.charting.injection.InjectionId;
import org.needlepoint.charting.injection.Obstacle;
import org.needlepoint.charting.injection.Shot;
import org.needlepoint.charting.note.VisitDay;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.Screenings;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Trigger-point injections of a visit: what is to be known before, the record, and what was given.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/injections")
class InjectionPages {
    private final GiveInjection giveInjection;
    private final InjectionModel model;
    private final Screenings screenings;
    private final Calendar calendar;
    private final Patients patients;
    private final Knowledge knowledge;
    private final Clock clock;

    InjectionPages(
            GiveInjection giveInjection,
            InjectionModel model,
            Screenings screenings,
            Calendar calendar,
            Patients patients,
            Knowledge knowledge,
            Clock clock) {
        this.giveInjection = giveInjection;
        this.model = model;
        this.screenings = screenings;
        this.calendar = calendar;
        this.patients = patients;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        return model.page(practice, visit(id), new InjectionForm(new LinkedMultiValueMap<>()), who, locale);
    }

    @PostMapping
    ModelAndView record(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn who,
            Locale locale) {
        var form = new InjectionForm(sent);
        var day = calendar.find(practice.id(), visit(id))
                .map(booked -> VisitDay.of(booked, clock.instant()))
                .orElseThrow(NotFound::new);
        return switch (form.read(knowledge, day)) {
            case InjectionForm.Read.Wrong(var mistakes) ->
                refused(model.mistaken(practice, visit(id), form, mistakes, who, locale));
            case InjectionForm.Read.Right(var shot, var at) -> record(practice, id, form, shot, at, who, locale);
        };
    }

    private ModelAndView record(
            Practice practice, UUID id, InjectionForm form, Shot shot, Instant at, SignedIn who, Locale locale) {
        return switch (giveInjection.record(
                practice.id(), visit(id), shot, form.confirmed(), form.already(), form.reason(), at, who.actor())) {
            case Injecting.Recorded _ -> back(practice, id, "#given");
            case Injecting.Asks(var about) -> again(practice, id, form, Set.of(), about, null, who, locale);
            case Injecting.Refused(var because) -> again(practice, id, form, because, Set.of(), null, who, locale);
            case Injecting.ReasonMissing(var because) ->
                again(practice, id, form, because, Set.of(), "injection.error.reason", who, locale);
            case Injecting.NotNow _ ->
                again(practice, id, form, Set.of(), Set.of(), "injection.error.notNow", who, locale);
        };
    }

    /// Answers to the questions before an injection that nobody has asked yet.
    @PostMapping("/answers")
    ModelAndView answer(
            Practice practice, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, SignedIn who) {
        var open = giveInjection.before(practice.id(), visit(id), who.actor()).unasked();
        var said = new LinkedHashMap<String, Said>();
        for (var question : open) {
            switch (String.valueOf(sent.getFirst("answer-" + question.id()))) {
                case "yes" -> said.put(question.id(), new Said(Said.Given.YES, List.of()));
                case "no" -> said.put(question.id(), Said.NO);
                case "unsure" -> said.put(question.id(), Said.UNSURE);
                default -> {}
            }
        }
        if (!said.isEmpty()) {
            var chart = calendar.find(practice.id(), visit(id))
                    .flatMap(booked -> patients.find(practice.id(), booked.patient()))
                    .map(Patient::chart)
                    .orElseThrow(NotFound::new);
            screenings.record(practice.id(), chart, id, said, Asked.byStaff(who.actor()));
        }
        return back(practice, id, "");
    }

    @PostMapping("/{injection}/error")
    ModelAndView retract(
            Practice practice,
            @PathVariable UUID id,
            @PathVariable UUID injection,
            @RequestParam(defaultValue = "") String reason,
            SignedIn who,
            Locale locale) {
        var said = reason.strip();
        if (said.isEmpty() || said.length() > 1000) {
            return refused(model.mistaken(
                    practice,
                    visit(id),
                    new InjectionForm(new LinkedMultiValueMap<>()),
                    List.of(new InjectionForm.Mistake("error-" + injection, "injection.error.wrong")),
                    who,
                    locale));
        }
        giveInjection.retract(practice.id(), visit(id), new InjectionId(injection), said, who.actor());
        return back(practice, id, "#given");
    }

    private ModelAndView again(
            Practice practice,
            UUID id,
            InjectionForm form,
            Set<Obstacle> because,
            Set<Doubt> about,
            @Nullable String why,
            SignedIn who,
            Locale locale) {
        return refused(model.again(practice, visit(id), form, because, about, why, who, locale));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static AppointmentId visit(UUID id) {
        return new AppointmentId(id);
    }

    private static ModelAndView back(Practice practice, UUID id, String fragment) {
        var redirect = new RedirectView("/p/" + practice.slug() + "/appointments/" + id + "/injections" + fragment);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
