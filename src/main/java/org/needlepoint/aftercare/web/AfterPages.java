package org.needlepoint.aftercare.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.aftercare.AftercareLinks;
import org.needlepoint.aftercare.AnswerCheckIn;
import org.needlepoint.aftercare.AnswerCheckIn.Answering;
import org.needlepoint.aftercare.Plan;
import org.needlepoint.aftercare.ReportId;
import org.needlepoint.aftercare.Reports;
import org.needlepoint.audit.Actor;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.LinkGate;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// After a visit, for the patient who holds the link: what to do, and how to say how it goes. Whatever is wrong
/// with the link, the page says whom to call; the rest stands behind the birth date (rule P3).
@Controller
@RequestMapping("/p/{slug}/after/{token}")
class AfterPages {
    private final AftercareLinks links;
    private final LinkGate gate;
    private final Patients patients;
    private final AnswerCheckIn answerCheckIn;
    private final Reports reports;
    private final AfterModel model;

    AfterPages(
            AftercareLinks links,
            LinkGate gate,
            Patients patients,
            AnswerCheckIn answerCheckIn,
            Reports reports,
            AfterModel model) {
        this.links = links;
        this.gate = gate;
        this.patients = patients;
        this.answerCheckIn = answerCheckIn;
        this.reports = reports;
        this.model = model;
    }

    /// Who comes with which link.
    private record Visitor(
            Practice practice, String token, @Nullable String cookie, Optional<SignedIn> who, Locale locale) {
        Actor actor(Plan plan) {
            return who.map(SignedIn::actor)
                    .filter(actor -> actor.kind() == Actor.Kind.PATIENT)
                    .orElse(Actor.patient(plan.patient().value()));
        }

        String path() {
            return "/p/" + practice.slug() + "/after/" + token;
        }
    }

    private interface Open {
        ModelAndView page(Plan plan);
    }

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable String token,
            @CookieValue(name = LinkGate.COOKIE, required = false) @Nullable String cookie,
            Optional<SignedIn> who,
            Locale locale) {
        var visitor = new Visitor(practice, token, cookie, who, locale);
        return behindGate(visitor, plan -> model.open(practice, plan, token, locale));
    }

    @PostMapping
    ModelAndView open(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visitor = new Visitor(practice, token, null, Optional.empty(), locale);
        return withPlan(visitor, plan -> {
            var typed = birthDate(form);
            var date = date(typed);
            if (date == null) {
                return model.gate(practice, plan, token, typed, "aftercare.gate.missing", locale);
            }
            return switch (gate.answer(practice.id(), plan.patient(), plan.id().value(), date)) {
                case RIGHT -> {
                    response.addHeader(
                            HttpHeaders.SET_COOKIE,
                            gate.openCookie(
                                    practice.id(), plan.id().value(), request.getContextPath() + visitor.path()));
                    yield seeOther(visitor.path());
                }
                case WRONG -> model.gate(practice, plan, token, typed, "aftercare.gate.wrong", locale);
                case LOCKED -> {
                    var page = model.gate(practice, plan, token, typed, null, locale);
                    page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                    yield page;
                }
            };
        });
    }

    @GetMapping("/check")
    ModelAndView check(
            Practice practice,
            @PathVariable String token,
            @CookieValue(name = LinkGate.COOKIE, required = false) @Nullable String cookie,
            Optional<SignedIn> who,
            Locale locale) {
        var visitor = new Visitor(practice, token, cookie, who, locale);
        return behindGate(visitor, plan -> model.check(practice, plan, token, CheckForm.EMPTY, locale));
    }

    @PostMapping("/check")
    ModelAndView answer(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            @CookieValue(name = LinkGate.COOKIE, required = false) @Nullable String cookie,
            Optional<SignedIn> who,
            Locale locale) {
        var visitor = new Visitor(practice, token, cookie, who, locale);
        return behindGate(visitor, plan -> {
            var typed = CheckForm.of(form, answerCheckIn.questions(plan));
            if (!typed.readable()) {
                return model.refused(practice, plan, token, typed, locale);
            }
            return switch (answerCheckIn.answer(practice.id(), plan, typed.given(), visitor.actor(plan))) {
                case Answering.Incomplete _ -> model.refused(practice, plan, token, typed, locale);
                case Answering.NothingAlarming(var report) -> answered(visitor, report.id());
                case Answering.Alarming(var report) -> answered(visitor, report.id());
            };
        });
    }

    private static ModelAndView answered(Visitor visitor, ReportId report) {
        return seeOther(visitor.path() + "/answered/" + report);
    }

    @GetMapping("/answered/{report}")
    ModelAndView answered(
            Practice practice,
            @PathVariable String token,
            @PathVariable UUID report,
            @CookieValue(name = LinkGate.COOKIE, required = false) @Nullable String cookie,
            Optional<SignedIn> who,
            Locale locale) {
        var visitor = new Visitor(practice, token, cookie, who, locale);
        return behindGate(visitor, plan -> {
            var found =
                    reports.find(practice.id(), plan.id(), new ReportId(report)).orElseThrow(NotFound::new);
            return model.answered(practice, plan, found, token, locale);
        });
    }

    private ModelAndView withPlan(Visitor visitor, Open then) {
        return switch (links.read(visitor.practice().id(), visitor.token())) {
            case AftercareLinks.Reading.Current(var plan) -> then.page(plan);
            case AftercareLinks.Reading.Expired _ ->
                model.deadLink(visitor.practice(), "aftercare.link.expired", HttpStatus.GONE, visitor.locale());
            case AftercareLinks.Reading.Unknown _ ->
                model.deadLink(visitor.practice(), "aftercare.link.unknown", HttpStatus.NOT_FOUND, visitor.locale());
        };
    }

    private ModelAndView behindGate(Visitor visitor, Open then) {
        return withPlan(
                visitor,
                plan -> isOpen(visitor, plan)
                        ? then.page(plan)
                        : model.gate(visitor.practice(), plan, visitor.token(), Map.of(), null, visitor.locale()));
    }

    private boolean isOpen(Visitor visitor, Plan plan) {
        var practice = visitor.practice().id();
        return gate.isOpen(practice, plan.id().value(), visitor.cookie())
                || visitor.who()
                        .filter(who -> who.kind() == SignedIn.Kind.PATIENT)
                        .flatMap(who -> patients.find(practice, new PatientId(who.id())))
                        .map(Patient::chart)
                        .filter(plan.patient()::equals)
                        .isPresent();
    }

    private static Map<String, String> birthDate(MultiValueMap<String, String> form) {
        var typed = new LinkedHashMap<String, String>();
        for (var part : new String[] {"year", "month", "day"}) {
            typed.put(
                    part,
                    Optional.ofNullable(form.getFirst("birthDate-" + part))
                            .orElse("")
                            .strip());
        }
        return typed;
    }

    private static @Nullable LocalDate date(Map<String, String> typed) {
        try {
            return LocalDate.of(
                    Integer.parseInt(typed.getOrDefault("year", "")),
                    Integer.parseInt(typed.getOrDefault("month", "")),
                    Integer.parseInt(typed.getOrDefault("day", "")));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    private static ModelAndView seeOther(String path) {
        var redirect = new RedirectView(path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
