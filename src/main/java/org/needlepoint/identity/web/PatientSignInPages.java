package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.CodeCheck;
import org.needlepoint.identity.PatientCheck;
import org.needlepoint.identity.PatientCode;
import org.needlepoint.identity.PatientLookup;
import org.needlepoint.identity.SignInPatient;
import org.needlepoint.identity.SignInState;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Signing in as a patient: a contact, the code sent to it, then who it is for.
@Controller
@RequestMapping("/p/{slug}/patient/sign-in")
class PatientSignInPages {
    private final SignInPatient signIn;
    private final SignInCookie cookie;
    private final MessageSource messages;
    private final Clock clock;

    PatientSignInPages(SignInPatient signIn, SignInCookie cookie, MessageSource messages, Clock clock) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.messages = messages;
        this.clock = clock;
    }

    /// A date as typed.
    public record TypedDate(String year, String month, String day) {
        Optional<LocalDate> date() {
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(year.strip()),
                        Integer.parseInt(month.strip()),
                        Integer.parseInt(day.strip())));
            } catch (NumberFormatException | DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /// A choice among people who share a contact and a birth date.
    public record Choice(
            String value, String label, @Nullable String hint) {
        static Choice of(PatientLookup.Match match) {
            return new Choice(match.patient().toString(), match.givenName(), null);
        }
    }

    @GetMapping
    ModelAndView form(Practice practice, SignInState state, @RequestParam(defaultValue = "") String to) {
        if (state instanceof SignInState.Active active && active.who().kind() == SignedIn.Kind.PATIENT) {
            return Page.to(back(practice, to));
        }
        return Page.of("patient-sign-in", practice, Map.of("contact", "", "to", to));
    }

    @PostMapping
    ModelAndView request(
            Practice practice,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var typed = Map.of("contact", contact, "to", to);
        return switch (signIn.request(practice.id(), contact, practice.country(), locale, request.getRemoteAddr())) {
            case PatientCode.Requested(var token) -> {
                cookie.write(request, response, practice.slug(), token);
                yield Page.to("/p/" + practice.slug() + "/patient/sign-in/code" + carried(to));
            }
            case PatientCode.NoContact _ ->
                Page.again(
                        "patient-sign-in",
                        practice,
                        typed,
                        error("contact", "identity.patient.contact.missing", locale));
            case PatientCode.TooMany(var delay) -> {
                var words = Page.delay(delay);
                response.setHeader("Retry-After", Long.toString(Math.max(1, delay.toSeconds())));
                var said = messages.getMessage(words.key(), new Object[] {words.number()}, locale);
                var page = Page.again("patient-sign-in", practice, typed, new FormError("contact", said));
                page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield page;
            }
        };
    }

    @GetMapping("/code")
    ModelAndView codeForm(Practice practice, SignInState state, @RequestParam(defaultValue = "") String to) {
        return isAt(state, SignInState.Stage.CODE)
                ? Page.of("patient-code", practice, Map.of("to", to))
                : start(practice, to);
    }

    @PostMapping("/code")
    ModelAndView code(
            Practice practice,
            SignInState state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        if (!(state instanceof SignInState.Pending pending) || !isAt(state, SignInState.Stage.CODE)) {
            return start(practice, to);
        }
        var model = Map.of("to", to);
        if (code.isBlank()) {
            return Page.again("patient-code", practice, model, error("code", "identity.code.missing", locale));
        }
        return switch (signIn.code(practice.id(), pending, code)) {
            case CodeCheck.Proved(var token) -> {
                cookie.write(request, response, practice.slug(), token);
                yield Page.to("/p/" + practice.slug() + "/patient/sign-in/person" + carried(to));
            }
            case CodeCheck.Refused(var left) ->
                Page.again(
                        "patient-code",
                        practice,
                        model,
                        new FormError(
                                "code",
                                messages.getMessage("identity.patient.code.refused", new Object[] {left}, locale)));
            case CodeCheck.Spent _ -> spent(practice, to, locale);
        };
    }

    @GetMapping("/person")
    ModelAndView personForm(Practice practice, SignInState state, @RequestParam(defaultValue = "") String to) {
        return isAt(state, SignInState.Stage.BIRTH_DATE)
                ? Page.of("patient-person", practice, person(new TypedDate("", "", ""), to))
                : start(practice, to);
    }

    private static Map<String, Object> person(TypedDate typed, String to) {
        var model = new HashMap<String, Object>();
        model.put("birthDate", typed);
        model.put("to", to);
        return model;
    }

    @PostMapping("/person")
    ModelAndView person(
            Practice practice,
            SignInState state,
            @RequestParam(name = "birthDate-year", defaultValue = "") String year,
            @RequestParam(name = "birthDate-month", defaultValue = "") String month,
            @RequestParam(name = "birthDate-day", defaultValue = "") String day,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        if (!(state instanceof SignInState.Pending pending) || !isAt(state, SignInState.Stage.BIRTH_DATE)) {
            return start(practice, to);
        }
        var typed = new TypedDate(year, month, day);
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var date = typed.date().filter(it -> !it.isAfter(today));
        if (date.isEmpty()) {
            return Page.again(
                    "patient-person",
                    practice,
                    person(typed, to),
                    error("birthDate", "identity.patient.birthDate.missing", locale));
        }
        return switch (signIn.birthDate(practice.id(), pending, date.get(), chosen(person))) {
            case PatientCheck.Complete(var token) -> {
                cookie.write(request, response, practice.slug(), token);
                yield Page.to(back(practice, to));
            }
            case PatientCheck.Which(var matches) -> {
                var model = person(typed, to);
                model.put("people", matches.stream().map(Choice::of).toList());
                yield Page.again(
                        "patient-person", practice, model, error("person", "identity.patient.person.missing", locale));
            }
            case PatientCheck.NoMatch _ ->
                Page.again(
                        "patient-person",
                        practice,
                        person(typed, to),
                        error("birthDate", "identity.patient.noMatch", locale));
            case PatientCheck.Spent _ -> spent(practice, to, locale);
        };
    }

    private static Optional<UUID> chosen(String person) {
        try {
            return person.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(person));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAt(SignInState state, SignInState.Stage stage) {
        return state instanceof SignInState.Pending pending
                && pending.kind() == SignedIn.Kind.PATIENT
                && pending.stage() == stage;
    }

    private ModelAndView spent(Practice practice, String to, Locale locale) {
        return Page.again(
                "patient-sign-in",
                practice,
                Map.of("contact", "", "to", to),
                error("contact", "identity.patient.spent", locale));
    }

    private static ModelAndView start(Practice practice, String to) {
        return Page.to("/p/" + practice.slug() + "/patient/sign-in" + carried(to));
    }

    private static String back(Practice practice, String to) {
        return Paths.back(practice.slug(), to, Home.of(practice.slug(), SignedIn.Kind.PATIENT));
    }

    private static String carried(String to) {
        return to.isEmpty() ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    private FormError error(String field, String key, Locale locale) {
        return new FormError(field, messages.getMessage(key, null, locale));
    }
}
