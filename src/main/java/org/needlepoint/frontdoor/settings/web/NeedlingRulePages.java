package org.needlepoint.frontdoor.settings.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.credentials.Profession;
import org.needlepoint.credentials.entitlement.Jurisdiction;
import org.needlepoint.credentials.entitlement.PracticeRule;
import org.needlepoint.credentials.entitlement.PracticeRules;
import org.needlepoint.credentials.entitlement.Proposals;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Confirms the rule of a state and profession: what was read stands beside what the owner says.
@Controller
@RequestMapping("/p/{slug}/settings/needling/rules/{where}/{profession}")
class NeedlingRulePages {
    private final PracticeRules rules;
    private final Proposals proposals;
    private final Knowledge knowledge;
    private final RuleWords words;
    private final FormPage form;
    private final Clock clock;

    NeedlingRulePages(
            PracticeRules rules,
            Proposals proposals,
            Knowledge knowledge,
            RuleWords words,
            FormPage form,
            Clock clock) {
        this.rules = rules;
        this.proposals = proposals;
        this.knowledge = knowledge;
        this.words = words;
        this.form = form;
        this.clock = clock;
    }

    /// The rule that the address names.
    private record Named(Jurisdiction where, Profession profession) {}

    @GetMapping
    ModelAndView show(Practice practice, @PathVariable String where, @PathVariable String profession, Locale locale) {
        var named = named(where, profession);
        var today = today(practice);
        var standing = rules.standing(practice.id(), named.where(), named.profession(), today);
        var proposal = proposals.of(named.where(), named.profession());
        return page(
                practice,
                named,
                NeedlingRuleForm.typed(standing, proposal, today),
                NeedlingRuleForm.regions(standing, proposal),
                List.of(),
                locale);
    }

    @PostMapping
    ModelAndView confirm(
            Practice practice,
            @PathVariable String where,
            @PathVariable String profession,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "regions", required = false) @Nullable List<String> chosen,
            SignedIn who,
            Locale locale) {
        var named = named(where, profession);
        var regions = chosen == null ? Set.<String>of() : Set.copyOf(chosen);
        var fields = new Fields(typed);
        if (!regionsOfMuscles().containsAll(regions)) {
            fields.wrong("regions", "credentials.rule.regions.wrong");
        }
        var rule = NeedlingRuleForm.read(
                fields,
                regions,
                named.where(),
                named.profession(),
                proposals.of(named.where(), named.profession()).standing(),
                today(practice));
        if (rule.isEmpty()) {
            return page(practice, named, typed, regions, fields.problems(), locale);
        }
        rules.confirm(practice.id(), rule.get(), who.actor());
        return FormPage.to("/p/" + practice.slug() + NeedlingSettings.PATH);
    }

    private static Named named(String where, String profession) {
        try {
            return new Named(new Jurisdiction(where), Profession.of(profession));
        } catch (IllegalArgumentException _) {
            throw new NotFound();
        }
    }

    private ModelAndView page(
            Practice practice,
            Named named,
            Map<String, String> typed,
            Collection<String> regions,
            List<Fields.Problem> problems,
            Locale locale) {
        var proposal = proposals.of(named.where(), named.profession());
        var page = form.of("settings/needling-rule", typed, problems, locale);
        page.addObject("practice", practice);
        page.addObject("where", proposals.name(named.where(), locale));
        page.addObject("profession", form.say("profession." + named.profession().code(), locale));
        page.addObject(
                "action",
                "/p/" + practice.slug() + NeedlingSettings.PATH + "/rules/"
                        + named.where().code() + "/" + named.profession().code());
        page.addObject("read", words.read(proposal, locale));
        page.addObject("needsWord", PracticeRule.needsWord(proposal.standing()));
        page.addObject("standing", proposal.standing().code());
        page.addObject("figures", NeedlingRuleForm.FIGURES);
        page.addObject("permits", List.of(choice("yes", locale), choice("no", locale)));
        page.addObject("duties", List.of(duty("written", locale), duty("referral", locale)));
        page.addObject("regions", regionChoices(locale));
        page.addObject("chosenRegions", List.copyOf(regions));
        page.addObject(
                "history",
                rules.all(practice.id()).stream()
                        .filter(it -> it.jurisdiction().equals(named.where()) && it.profession() == named.profession())
                        .map(it -> words.confirmed(it, locale))
                        .toList());
        return page;
    }

    private Choice choice(String value, Locale locale) {
        return new Choice(value, form.say("credentials.rule.permits." + value, locale), null);
    }

    private Choice duty(String name, Locale locale) {
        return new Choice(name, form.say("credentials.asked." + name, locale), null);
    }

    private List<Choice> regionChoices(Locale locale) {
        return regionsOfMuscles().stream()
                .map(it -> new Choice(it, form.say("charting.region." + it, locale), null))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private Set<String> regionsOfMuscles() {
        return knowledge.muscles().stream().map(Muscle::region).collect(Collectors.toSet());
    }

    private LocalDate today(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }
}
