package org.needlepoint.frontdoor.settings.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.HeldCredential;
import org.needlepoint.credentials.HeldCredentials;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What practitioners hold: courses, certificates and permits that a service can ask for.
@Controller
@RequestMapping("/p/{slug}/settings/credentials")
class CredentialPages {
    private final HeldCredentials heldCredentials;
    private final Practitioners practitioners;
    private final FormPage form;
    private final Clock clock;

    CredentialPages(HeldCredentials heldCredentials, Practitioners practitioners, FormPage form, Clock clock) {
        this.heldCredentials = heldCredentials;
        this.practitioners = practitioners;
        this.form = form;
        this.clock = clock;
    }

    /// Something that somebody holds.
    ///
    /// @param css of its state
    record Row(String who, String code, String days, String state, String css) {}

    @GetMapping
    ModelAndView list(Practice practice, SignedIn who, Locale locale) {
        return list(practice, who, Map.of(), List.of(), locale);
    }

    @PostMapping
    ModelAndView note(Practice practice, @RequestParam Map<String, String> typed, SignedIn who, Locale locale) {
        var fields = new Fields(typed);
        var held = read(practice, fields);
        if (held.isEmpty()) {
            return list(practice, who, typed, fields.problems(), locale);
        }
        heldCredentials.note(practice.id(), held.get(), who.actor());
        return FormPage.to("/p/" + practice.slug() + "/settings/credentials");
    }

    private Optional<HeldCredential> read(Practice practice, Fields fields) {
        var person = Fields.id(fields.text("person"))
                .map(PractitionerId::new)
                .filter(id -> practitioners.activeIds(practice.id()).contains(id));
        if (person.isEmpty()) {
            fields.wrong("person", "hours.timeoff.person.wrong");
        }
        var code = ServiceForm.credential(fields, "code");
        if (code == null) {
            fields.wrong("code", "hours.credential.missing");
        }
        // it may lie in the past: courses were taken before the practice came here
        var from = fields.anyDay("from");
        var to = fields.lastDay("to", from);
        return fields.fine() && person.isPresent() && code != null && from != null
                ? Optional.of(new HeldCredential(person.get(), code, from, to))
                : Optional.empty();
    }

    private ModelAndView list(
            Practice practice, SignedIn who, Map<String, String> typed, List<Fields.Problem> problems, Locale locale) {
        var people = practitioners.active(practice.id());
        var names = people.stream().collect(Collectors.toMap(Practitioner::id, Practitioner::titledName));
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var page = form.of("settings/credentials", typed, problems, locale);
        page.addObject("practice", practice);
        page.addObject(
                "rows",
                heldCredentials.all(practice.id()).stream()
                        .filter(held -> names.containsKey(held.practitioner()))
                        .map(held -> row(practice, held, names.get(held.practitioner()), today, locale))
                        .toList());
        page.addObject(
                "people",
                people.stream()
                        .map(person -> new Choice(person.id().toString(), person.titledName(), null))
                        .toList());
        page.addObject("mayChange", who.isAny(Role.OWNER));
        return page;
    }

    private Row row(Practice practice, HeldCredential held, @Nullable String name, LocalDate today, Locale locale) {
        var words = Words.of(practice, locale);
        var to = held.validTo();
        var state = held.holdsOn(today) ? "holds" : held.validFrom().isAfter(today) ? "later" : "over";
        return new Row(
                name == null ? "" : name,
                held.code(),
                to == null
                        ? form.say("hours.credential.since", locale, words.date(held.validFrom()))
                        : form.say("frontdoor.site.range", locale, words.date(held.validFrom()), words.date(to)),
                form.say("hours.credential." + state, locale),
                state.equals("holds") ? "np-tag--green" : state.equals("over") ? "np-tag--red" : "np-tag--outline");
    }
}
