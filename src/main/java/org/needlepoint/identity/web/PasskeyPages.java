package org.needlepoint.identity.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Passkey;
import org.needlepoint.identity.Passkeys;
import org.needlepoint.identity.SignInState;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A member of staff's passkeys.
@Controller
@RequestMapping("/p/{slug}/passkeys")
class PasskeyPages {
    private static final int LONGEST_LABEL = 100;

    private final Passkeys passkeys;
    private final MessageSource messages;

    PasskeyPages(Passkeys passkeys, MessageSource messages) {
        this.passkeys = passkeys;
        this.messages = messages;
    }

    /// One line of the list.
    public record Line(UUID id, String label, String added, String used) {}

    @GetMapping
    ModelAndView list(Practice practice, SignInState state, Locale locale) {
        return Page.of("passkeys", practice, model(practice, active(state), "", locale));
    }

    private Map<String, Object> model(Practice practice, SignInState.Active active, String label, Locale locale) {
        var account = account(active.who());
        var lines = passkeys.of(practice.id(), account).stream()
                .map(passkey -> line(passkey, practice, locale))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("passkeys", lines);
        model.put("label", label);
        model.put("passkeyOptions", passkeys.creationOptions(practice.id(), active.key(), account));
        model.put("pageScripts", List.of("identity"));
        return model;
    }

    private static Line line(Passkey passkey, Practice practice, Locale locale) {
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        return new Line(
                passkey.id(),
                passkey.label(),
                date.format(ZonedDateTime.ofInstant(passkey.created(), practice.zone())),
                date.format(ZonedDateTime.ofInstant(passkey.lastUsed(), practice.zone())));
    }

    @PostMapping
    ModelAndView create(
            Practice practice,
            SignInState state,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String answer,
            Locale locale) {
        var active = active(state);
        var name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            return again(practice, active, name, "label", "identity.passkeys.label.missing", locale);
        }
        boolean added = passkeys.register(practice.id(), active.key(), account(active.who()), answer, name);
        return added
                ? Page.to("/p/" + practice.slug() + "/passkeys")
                : again(practice, active, name, "label", "identity.passkeys.failed", locale);
    }

    private ModelAndView again(
            Practice practice, SignInState.Active active, String label, String field, String key, Locale locale) {
        return Page.again(
                "passkeys",
                practice,
                model(practice, active, label, locale),
                new FormError(field, messages.getMessage(key, null, locale)));
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(Practice practice, SignInState state, @PathVariable UUID id) {
        passkeys.remove(practice.id(), account(active(state).who()), id);
        return Page.to("/p/" + practice.slug() + "/passkeys");
    }

    private static SignInState.Active active(SignInState state) {
        if (state instanceof SignInState.Active active) {
            return active;
        }
        throw new AccessDeniedException("nobody is signed in");
    }

    private static AccountId account(SignedIn who) {
        return new AccountId(who.id());
    }
}
