package org.needlepoint.identity.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignInStaff;
import org.needlepoint.identity.SignInState;
import org.needlepoint.identity.SignIns;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.identity.Unlocking;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The locked screen. It asks for the password only; what was typed elsewhere waits in it and is sent on afterwards.
@Controller
@RequestMapping("/p/{slug}")
class LockPages {
    private final SignIns signIns;
    private final SignInStaff signIn;
    private final MessageSource messages;

    LockPages(SignIns signIns, SignInStaff signIn, MessageSource messages) {
        this.signIns = signIns;
        this.signIn = signIn;
        this.messages = messages;
    }

    /// Somebody leaves the desk.
    @PostMapping("/lock")
    ModelAndView lock(Practice practice, SignInState state) {
        if (state instanceof SignInState.Active active) {
            signIns.lock(practice.id(), active.key());
        }
        return Page.to("/p/" + practice.slug() + "/locked");
    }

    /// Shown in the place of the page that was asked for.
    @GetMapping("/locked")
    ModelAndView locked(Practice practice, SignInState state, HttpServletRequest request) {
        if (!(state instanceof SignInState.Locked locked)) {
            return Page.to("/p/" + practice.slug() + "/sign-in");
        }
        return page(practice, locked, new Draft(askedFor(request, ""), java.util.List.of()), false);
    }

    /// Shown in the place of the answer to a form: the form is kept.
    @PostMapping("/locked")
    ModelAndView lockedForm(Practice practice, SignInState state, HttpServletRequest request) {
        if (!(state instanceof SignInState.Locked locked)) {
            return Page.to("/p/" + practice.slug() + "/sign-in");
        }
        return page(practice, locked, Draft.posted(request, askedFor(request, "")), true);
    }

    private static String askedFor(HttpServletRequest request, String otherwise) {
        var path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        var query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        if (!(path instanceof String asked)) {
            return otherwise;
        }
        var within = asked.substring(request.getContextPath().length());
        return "GET".equals(request.getMethod()) && query != null ? within + "?" + query : within;
    }

    private static ModelAndView page(Practice practice, SignInState.Locked locked, Draft draft, boolean form) {
        var page = Page.of("locked", practice, model(locked, draft, form));
        page.setStatus(HttpStatus.LOCKED);
        return page;
    }

    private static Map<String, Object> model(SignInState.Locked locked, Draft draft, boolean form) {
        var model = new HashMap<String, Object>();
        model.put("name", locked.who().displayName());
        model.put("draft", draft);
        model.put("form", form);
        model.put("lost", form && draft.fields().isEmpty());
        return model;
    }

    @PostMapping("/unlock")
    ModelAndView unlock(
            Practice practice,
            SignInState state,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean form,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var home = Home.of(practice.slug(), SignedIn.Kind.STAFF);
        var back = Paths.back(practice.slug(), to, home);
        var draft = Draft.carried(request, back);
        return switch (state) {
            // a second tab has unlocked already
            case SignInState.Active _ -> opened(practice, draft, form, home);
            case SignInState.Pending _, SignInState.None _ -> Page.to("/p/" + practice.slug() + "/sign-in");
            case SignInState.Locked locked ->
                switch (signIn.unlock(practice.id(), locked, password)) {
                    case Unlocking.Unlocked _ -> opened(practice, draft, form, home);
                    case Unlocking.Refused _ ->
                        Page.again(
                                "locked",
                                practice,
                                model(locked, draft, form),
                                error("identity.locked.refused", null, locale));
                    case Unlocking.TooMany(var delay) -> {
                        var words = Page.delay(delay);
                        response.setHeader("Retry-After", Long.toString(Math.max(1, delay.toSeconds())));
                        var page = Page.again(
                                "locked",
                                practice,
                                model(locked, draft, form),
                                error(words.key(), words.number(), locale));
                        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                        yield page;
                    }
                };
        };
    }

    private FormError error(String key, @Nullable Object argument, Locale locale) {
        var arguments = argument == null ? null : new Object[] {argument};
        return new FormError("password", messages.getMessage(key, arguments, locale));
    }

    private static ModelAndView opened(Practice practice, Draft draft, boolean form, String home) {
        if (form && !draft.fields().isEmpty()) {
            return Page.of("draft", practice, Map.of("draft", draft));
        }
        return Page.to(form ? home : draft.action());
    }
}
