package org.needlepoint.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.identity.SignInState;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.VisitDirectory;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.patients.LinkGate;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/// The door of the pages behind a visit's link (rule P3): the emergency line stands before it, time and place are shown
/// at it, and everything else asks for the birth date first.
@Component
class Doorway {
    private final SignedLinks links;
    private final LinkGate gate;
    private final VisitDirectory visits;
    private final Patients patients;
    private final Pages pages;

    Doorway(SignedLinks links, LinkGate gate, VisitDirectory visits, Patients patients, Pages pages) {
        this.links = links;
        this.gate = gate;
        this.visits = visits;
        this.patients = patients;
        this.pages = pages;
    }

    /// Somebody who has passed.
    ///
    /// @param path   of the visit's pages, such as `/p/{slug}/prepare/{token}`
    /// @param tablet whether this is the practice's tablet, handed over
    record Inside(VisitFacts visit, Asked asked, String path, boolean tablet) {}

    /// Shows a page to whoever may see it, and the door to everybody else.
    ModelAndView enter(
            Practice practice,
            String token,
            SignInState state,
            HttpServletRequest request,
            Locale locale,
            Function<Inside, ModelAndView> page) {
        return switch (links.read(practice.id(), SignedLinks.Purpose.PREPARE_VISIT, token)) {
            case SignedLinks.Reading.Forged _ -> dead(practice, "unknown", HttpStatus.NOT_FOUND, locale);
            case SignedLinks.Reading.Expired _ -> dead(practice, "expired", HttpStatus.GONE, locale);
            case SignedLinks.Reading.Valid(var id) -> {
                var visit = visits.find(practice.id(), id);
                if (visit.isEmpty()) {
                    yield dead(practice, "unknown", HttpStatus.NOT_FOUND, locale);
                }
                var inside = inside(practice, token, visit.get(), state);
                yield mayPass(practice, visit.get(), state, request)
                        ? dressed(page.apply(inside), inside)
                        : closed(practice, visit.get(), inside.path(), List.of(), Map.of(), locale);
            }
        };
    }

    /// Checks the birth date that somebody typed at the door.
    ModelAndView knock(
            Practice practice,
            String token,
            MultiValueMap<String, String> form,
            HttpServletResponse response,
            Locale locale) {
        if (!(links.read(practice.id(), SignedLinks.Purpose.PREPARE_VISIT, token)
                instanceof SignedLinks.Reading.Valid(var id))) {
            return Pages.to(path(practice, token));
        }
        var visit = visits.find(practice.id(), id);
        if (visit.isEmpty()) {
            return Pages.to(path(practice, token));
        }
        var typed = Map.of(
                "year", first(form, "birthDate-year"),
                "month", first(form, "birthDate-month"),
                "day", first(form, "birthDate-day"));
        var date = date(typed);
        if (date == null) {
            return closed(
                    practice, visit.get(), path(practice, token), wrong("intake.gate.missing", locale), typed, locale);
        }
        return switch (gate.answer(practice.id(), visit.get().chart(), id, date)) {
            case RIGHT -> {
                open(practice, id, path(practice, token), response);
                yield Pages.to(path(practice, token));
            }
            case WRONG ->
                closed(practice, visit.get(), path(practice, token), wrong("intake.gate.wrong", locale), typed, locale);
            case LOCKED -> {
                var page = closed(practice, visit.get(), path(practice, token), List.of(), typed, locale);
                page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield page;
            }
        };
    }

    /// Lets this browser pass for half an hour.
    void open(Practice practice, UUID visit, String path, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, gate.openCookie(practice.id(), visit, path));
    }

    static String path(Practice practice, String token) {
        return "/p/" + practice.slug() + "/prepare/" + token;
    }

    private static Inside inside(Practice practice, String token, VisitFacts visit, SignInState state) {
        var path = path(practice, token);
        return switch (state) {
            case SignInState.Locked locked ->
                new Inside(visit, Asked.onTablet(locked.who().id()), path, true);
            case SignInState.Active active
            when active.who().kind() == SignedIn.Kind.PATIENT ->
                new Inside(visit, Asked.byLink(active.who().actor()), path, false);
            case SignInState.Active _, SignInState.None _, SignInState.Pending _ ->
                new Inside(visit, Asked.byLink(Actor.GUEST), path, false);
        };
    }

    private boolean mayPass(Practice practice, VisitFacts visit, SignInState state, HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, LinkGate.COOKIE);
        return gate.isOpen(practice.id(), visit.visit(), cookie == null ? null : cookie.getValue())
                || (state instanceof SignInState.Active active && isPatient(practice, visit, active.who()));
    }

    private boolean isPatient(Practice practice, VisitFacts visit, SignedIn who) {
        return who.kind() == SignedIn.Kind.PATIENT
                && patients.find(practice.id(), new PatientId(who.id()))
                        .map(Patient::chart)
                        .filter(visit.chart()::equals)
                        .isPresent();
    }

    private static ModelAndView dressed(ModelAndView page, Inside inside) {
        page.addObject("path", inside.path());
        page.addObject("tablet", inside.tablet());
        page.addObject("emergencyLine", true);
        return page;
    }

    private ModelAndView closed(
            Practice practice,
            VisitFacts visit,
            String path,
            List<FieldProblem> problems,
            Map<String, String> typed,
            Locale locale) {
        var page = new ModelAndView("intake/gate");
        page.addObject("path", path);
        page.addObject("when", Pages.when(visit.start(), practice, locale));
        page.addObject("place", visit.place());
        page.addObject("locked", gate.locked(practice.id(), visit.visit()));
        page.addObject("contact", Pages.contact(practice));
        page.addObject("birthDate", typed);
        page.addObject("emergencyLine", true);
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Pages.withProblems(page, problems);
    }

    private ModelAndView dead(Practice practice, String why, HttpStatus status, Locale locale) {
        var page = new ModelAndView("intake/link");
        page.setStatus(status);
        page.addObject("title", pages.say("intake.link." + why, locale));
        page.addObject("contact", Pages.contact(practice));
        page.addObject("emergencyLine", true);
        return page;
    }

    private List<FieldProblem> wrong(String key, Locale locale) {
        return List.of(new FieldProblem("birthDate", pages.say(key, locale)));
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null
                ? ""
                : value.substring(0, Math.min(value.length(), 10)).strip();
    }

    private static @Nullable LocalDate date(Map<String, String> typed) {
        try {
            return LocalDate.of(number(typed, "year"), number(typed, "month"), number(typed, "day"));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static int number(Map<String, String> typed, String part) {
        return Integer.parseInt(typed.getOrDefault(part, ""));
    }
}
