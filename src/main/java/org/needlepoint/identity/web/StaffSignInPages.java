package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.EnrolStaff;
import org.needlepoint.identity.Enrolment;
import org.needlepoint.identity.FactorCheck;
import org.needlepoint.identity.Passkeys;
import org.needlepoint.identity.PasswordCheck;
import org.needlepoint.identity.QrDrawing;
import org.needlepoint.identity.SignInStaff;
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

/// Signing in as staff: password, then a code, a recovery code or a passkey; the first time, setting up the codes.
@Controller
@RequestMapping("/p/{slug}/sign-in")
class StaffSignInPages {
    private final SignInStaff signIn;
    private final EnrolStaff enrol;
    private final Passkeys passkeys;
    private final SignInCookie cookie;
    private final MessageSource messages;

    StaffSignInPages(
            SignInStaff signIn, EnrolStaff enrol, Passkeys passkeys, SignInCookie cookie, MessageSource messages) {
        this.signIn = signIn;
        this.enrol = enrol;
        this.passkeys = passkeys;
        this.cookie = cookie;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView form(Practice practice, SignInState state, @RequestParam(defaultValue = "") String to) {
        if (state instanceof SignInState.Active active && active.who().kind() == SignedIn.Kind.STAFF) {
            return Page.to(back(practice, to));
        }
        return Page.of("sign-in", practice, Map.of("email", "", "to", to));
    }

    @PostMapping
    ModelAndView password(
            Practice practice,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var typed = Map.of("email", email, "to", to);
        if (email.isBlank()) {
            return Page.again("sign-in", practice, typed, error("email", "identity.signIn.email.missing", locale));
        }
        if (password.isEmpty()) {
            return Page.again(
                    "sign-in", practice, typed, error("password", "identity.signIn.password.missing", locale));
        }
        return switch (signIn.password(practice.id(), email, password, request.getRemoteAddr())) {
            case PasswordCheck.Refused _ ->
                Page.again("sign-in", practice, typed, error("email", "identity.signIn.refused", locale));
            case PasswordCheck.TooMany(var delay) -> {
                var page = Page.again("sign-in", practice, typed, wait("email", delay, locale));
                yield tooMany(page, response, delay);
            }
            case PasswordCheck.Proceed(var token, var next) -> {
                cookie.write(request, response, practice.slug(), token);
                var step = next == SignInState.Stage.ENROLMENT ? "/sign-in/enrolment" : "/sign-in/code";
                yield Page.to("/p/" + practice.slug() + step + carried(to));
            }
        };
    }

    @GetMapping("/code")
    ModelAndView codeForm(Practice practice, SignInState state, @RequestParam(defaultValue = "") String to) {
        return state instanceof SignInState.Pending pending && pending.stage() == SignInState.Stage.SECOND_FACTOR
                ? Page.of("second-factor", practice, secondFactor(practice, pending, to))
                : Page.to("/p/" + practice.slug() + "/sign-in" + carried(to));
    }

    /// Every showing of the page begins a new passkey ceremony, when there is a passkey.
    private Map<String, Object> secondFactor(Practice practice, SignInState.Pending pending, String to) {
        var model = new HashMap<String, Object>();
        model.put("to", to);
        if (passkeys.has(practice.id(), new AccountId(pending.subject()))) {
            model.put("passkeyOptions", passkeys.requestOptions(practice.id(), pending));
            model.put("pageScripts", java.util.List.of("identity"));
        }
        return model;
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
        if (!(state instanceof SignInState.Pending pending) || pending.stage() != SignInState.Stage.SECOND_FACTOR) {
            return Page.to("/p/" + practice.slug() + "/sign-in" + carried(to));
        }
        if (code.isBlank()) {
            return Page.again(
                    "second-factor",
                    practice,
                    secondFactor(practice, pending, to),
                    error("code", "identity.code.missing", locale));
        }
        return finish(
                signIn.code(practice.id(), pending, code),
                practice,
                pending,
                "identity.code.refused",
                to,
                request,
                response,
                locale);
    }

    @PostMapping("/passkey")
    ModelAndView passkey(
            Practice practice,
            SignInState state,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        if (!(state instanceof SignInState.Pending pending) || pending.stage() != SignInState.Stage.SECOND_FACTOR) {
            return Page.to("/p/" + practice.slug() + "/sign-in" + carried(to));
        }
        return finish(
                signIn.passkey(practice.id(), pending, answer),
                practice,
                pending,
                "identity.passkey.refused",
                to,
                request,
                response,
                locale);
    }

    private ModelAndView finish(
            FactorCheck check,
            Practice practice,
            SignInState.Pending pending,
            String refusal,
            String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return switch (check) {
            case FactorCheck.Complete(var token) -> {
                cookie.write(request, response, practice.slug(), token);
                yield Page.to(back(practice, to));
            }
            case FactorCheck.Refused _ ->
                Page.again(
                        "second-factor", practice, secondFactor(practice, pending, to), error("code", refusal, locale));
            case FactorCheck.TooMany(var delay) -> {
                var page = Page.again(
                        "second-factor", practice, secondFactor(practice, pending, to), wait("code", delay, locale));
                yield tooMany(page, response, delay);
            }
        };
    }

    @GetMapping("/enrolment")
    ModelAndView enrolmentForm(Practice practice, SignInState state, @RequestParam(defaultValue = "") String to) {
        if (!(state instanceof SignInState.Pending pending) || pending.stage() != SignInState.Stage.ENROLMENT) {
            return Page.to("/p/" + practice.slug() + "/sign-in" + carried(to));
        }
        var offer = enrol.offer(practice.id(), pending, practice.name());
        return Page.of("enrolment", practice, enrolment(offer, to));
    }

    private static Map<String, Object> enrolment(Enrolment.Offer offer, String to) {
        return Map.of("offer", offer, "qr", QrDrawing.of(offer.uri()), "to", to);
    }

    @PostMapping("/enrolment")
    ModelAndView enrol(
            Practice practice,
            SignInState state,
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        if (!(state instanceof SignInState.Pending pending) || pending.stage() != SignInState.Stage.ENROLMENT) {
            return Page.to("/p/" + practice.slug() + "/sign-in" + carried(to));
        }
        return switch (enrol.confirm(practice.id(), pending, practice.name(), sealed, code)) {
            case Enrolment.Confirmed(var token, var recovery) -> {
                cookie.write(request, response, practice.slug(), token);
                yield Page.of("recovery-codes", practice, Map.of("codes", recovery, "continueTo", back(practice, to)));
            }
            case Enrolment.Refused(var again) ->
                Page.again(
                        "enrolment",
                        practice,
                        enrolment(again, to),
                        error("code", code.isBlank() ? "identity.code.missing" : "identity.enrolment.refused", locale));
            case Enrolment.Offer _ -> throw new IllegalStateException("confirming makes no new offer");
        };
    }

    private static String back(Practice practice, String to) {
        return Paths.back(practice.slug(), to, Home.of(practice.slug(), SignedIn.Kind.STAFF));
    }

    private static String carried(String to) {
        return to.isEmpty() ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    private FormError error(String field, String key, Locale locale) {
        return new FormError(field, messages.getMessage(key, null, locale));
    }

    private FormError wait(String field, java.time.Duration delay, Locale locale) {
        var words = Page.delay(delay);
        return new FormError(field, messages.getMessage(words.key(), new Object[] {words.number()}, locale));
    }

    private static ModelAndView tooMany(ModelAndView page, HttpServletResponse response, java.time.Duration delay) {
        response.setHeader("Retry-After", Long.toString(Math.max(1, delay.toSeconds())));
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }
}
