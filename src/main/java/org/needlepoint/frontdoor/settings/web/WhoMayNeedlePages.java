package org.needlepoint.frontdoor.settings.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.credentials.entitlement.EntitlementWords;
import org.needlepoint.credentials.entitlement.Entitlements;
import org.needlepoint.credentials.entitlement.Jurisdiction;
import org.needlepoint.credentials.entitlement.PracticeRules;
import org.needlepoint.credentials.entitlement.Proposals;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Who may needle where today, and by which rules (rule C13).
@Controller
class WhoMayNeedlePages {
    private final Practitioners practitioners;
    private final Entitlements entitlements;
    private final PracticeRules rules;
    private final Proposals proposals;
    private final EntitlementWords words;
    private final RuleWords ruleWords;
    private final FormPage form;
    private final Clock clock;

    WhoMayNeedlePages(
            Practitioners practitioners,
            Entitlements entitlements,
            PracticeRules rules,
            Proposals proposals,
            EntitlementWords words,
            RuleWords ruleWords,
            FormPage form,
            Clock clock) {
        this.practitioners = practitioners;
        this.entitlements = entitlements;
        this.rules = rules;
        this.proposals = proposals;
        this.words = words;
        this.ruleWords = ruleWords;
        this.form = form;
        this.clock = clock;
    }

    /// A practitioner in a state.
    ///
    /// @param say what is missing, or what to know
    record Person(String id, String name, String where, boolean entitled, List<String> say) {}

    /// A profession in a state.
    ///
    /// @param confirmed null: nobody has confirmed a rule
    /// @param late      whether its review date is past
    record Rule(
            String path,
            String profession,
            String where,
            RuleWords.Read read,
            RuleWords.@Nullable Confirmed confirmed,
            boolean late) {}

    @GetMapping("/p/{slug}/settings/needling")
    ModelAndView show(Practice practice, SignedIn who, Locale locale) {
        var people = practitioners.active(practice.id());
        var places = proposals.jurisdictions(practice);
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var page = new ModelAndView("settings/needling");
        page.addObject("practice", practice);
        page.addObject(
                "people",
                people.stream()
                        .flatMap(person -> places.stream().map(where -> person(practice, person, where, today, locale)))
                        .toList());
        page.addObject("rules", rules(practice, people, places, today, locale));
        page.addObject("mayChange", who.isAny(Role.OWNER));
        return page;
    }

    private Person person(Practice practice, Practitioner person, Jurisdiction where, LocalDate today, Locale locale) {
        var answer = entitlements.in(practice.id(), person.id(), where, today, null);
        var say = switch (answer) {
            case Entitlement.Entitled(var _, var notices) -> notices.stream().map(it -> words.say(it, locale));
            case Entitlement.NotEntitled(var _, var shortfalls) ->
                shortfalls.stream().map(it -> words.say(it, where, locale));
        };
        return new Person(
                person.id().toString(),
                person.titledName(),
                proposals.name(where, locale),
                answer instanceof Entitlement.Entitled,
                say.toList());
    }

    private List<Rule> rules(
            Practice practice, List<Practitioner> people, List<Jurisdiction> places, LocalDate today, Locale locale) {
        var shown = new ArrayList<Rule>();
        var professions = people.stream()
                .map(Practitioner::profession)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        for (var where : places) {
            professions.forEach(profession -> shown.add(rule(practice, where, profession, today, locale)));
        }
        return shown;
    }

    private Rule rule(Practice practice, Jurisdiction where, Profession profession, LocalDate today, Locale locale) {
        var standing = rules.standing(practice.id(), where, profession, today);
        return new Rule(
                NeedlingSettings.PATH + "/rules/" + where.code() + "/" + profession.code(),
                form.say("profession." + profession.code(), locale),
                proposals.name(where, locale),
                ruleWords.read(proposals.of(where, profession), locale),
                standing.map(it -> ruleWords.confirmed(it, locale)).orElse(null),
                standing.filter(it -> today.isAfter(it.reviewOn())).isPresent());
    }
}
