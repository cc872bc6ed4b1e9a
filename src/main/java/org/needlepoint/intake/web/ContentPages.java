package org.needlepoint.intake.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Lesson;
import org.needlepoint.anatomy.Source;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where a clinician of the practice reads each set of content and signs it, before patients see it (rule C11).
@Controller
@RequestMapping("/p/{slug}/content")
class ContentPages {
    private final ContentSets sets;
    private final Accounts accounts;
    private final Knowledge knowledge;
    private final Pages pages;

    ContentPages(ContentSets sets, Accounts accounts, Knowledge knowledge, Pages pages) {
        this.sets = sets;
        this.accounts = accounts;
        this.knowledge = knowledge;
        this.pages = pages;
    }

    /// A set in the list.
    ///
    /// @param signed who signed the present edition and when; null when nobody has
    record Row(
            String code,
            String title,
            String about,
            boolean published,
            @Nullable String signed) {}

    /// One thing to read.
    record Entry(String title, List<String> lines, String sources) {}

    @GetMapping
    ModelAndView list(Practice practice, Locale locale) {
        var page = new ModelAndView("intake/content");
        page.addObject(
                "rows",
                Arrays.stream(ContentSet.values())
                        .map(set -> new Row(
                                set.code(),
                                pages.say("intake.content." + set.code(), locale),
                                pages.say("intake.content." + set.code() + ".about", locale),
                                sets.published(practice, set),
                                signed(practice, set, locale)))
                        .toList());
        page.addObject("isDemo", practice.demo());
        return page;
    }

    @GetMapping("/{set}")
    ModelAndView show(Practice practice, @PathVariable String set, SignedIn who, Locale locale) {
        return page(practice, find(set), who, locale);
    }

    @PostMapping("/{set}")
    ModelAndView sign(
            Practice practice,
            @PathVariable String set,
            @RequestParam(defaultValue = "") String edition,
            SignedIn who,
            Locale locale) {
        var wanted = find(set);
        if (sets.sign(practice.id(), wanted, edition, who.id())) {
            return Pages.to("/p/" + practice.slug() + "/content");
        }
        var page = page(practice, wanted, who, locale);
        page.addObject("changed", true);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static ContentSet find(String code) {
        return Arrays.stream(ContentSet.values())
                .filter(set -> set.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ModelAndView page(Practice practice, ContentSet set, SignedIn who, Locale locale) {
        var page = new ModelAndView("intake/content-set");
        page.addObject("set", set.code());
        page.addObject("title", pages.say("intake.content." + set.code(), locale));
        page.addObject("edition", sets.edition(set));
        page.addObject("entries", entries(set, locale));
        page.addObject("signed", signed(practice, set, locale));
        page.addObject("maySign", who.isAny(Role.PRACTITIONER, Role.SUPERVISOR));
        return page;
    }

    private @Nullable String signed(Practice practice, ContentSet set, Locale locale) {
        return sets.signings(practice.id()).stream()
                .filter(signing -> signing.set() == set && signing.edition().equals(sets.edition(set)))
                .findFirst()
                .map(signing -> pages.say(
                        "intake.content.signed",
                        locale,
                        accounts.find(practice.id(), new AccountId(signing.account()))
                                .map(Accounts.Account::displayName)
                                .orElse(signing.account().toString()),
                        Pages.when(signing.at(), practice.zone(), practice, locale)))
                .orElse(null);
    }

    private List<Entry> entries(ContentSet set, Locale locale) {
        return switch (set) {
            case SCREENING ->
                knowledge.screeningQuestions().stream()
                        .map(question -> new Entry(
                                question.ask().in(locale),
                                List.of(
                                        question.effect()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', ' ') + " · "
                                                + knowledge
                                                        .meaning(
                                                                "region-rule",
                                                                question.regionRule()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT)
                                                                        .replace('_', '-'))
                                                        .orElse(""),
                                        question.reason(),
                                        question.whatToDo()),
                                cited(question.sources())))
                        .toList();
            case CONSENT -> lessons(part -> part != Lesson.Part.INJECTION, locale);
            case INJECTION -> lessons(part -> part == Lesson.Part.INJECTION, locale);
            case AFTERCARE ->
                Stream.concat(
                                knowledge.watchQuestions().stream()
                                        .map(question -> new Entry(
                                                question.ask().in(locale),
                                                List.of(question.instruction().in(locale)),
                                                cited(question.sources()))),
                                knowledge.aftercare().stream()
                                        .map(advice -> new Entry(
                                                advice.text().in(locale),
                                                List.of(advice.agreement()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)),
                                                cited(advice.sources()))))
                        .toList();
            case LOCATOR -> locator(locale);
        };
    }

    private List<Entry> lessons(Predicate<Lesson.Part> parts, Locale locale) {
        return knowledge.lessons().stream()
                .filter(lesson -> parts.test(lesson.part()))
                .map(lesson -> new Entry(
                        lesson.title().in(locale),
                        Stream.concat(
                                        lesson.points().stream()
                                                .map(point -> point.text().in(locale)),
                                        Optional.ofNullable(lesson.check()).stream()
                                                .map(check -> check.ask().in(locale) + " "
                                                        + check.explain().in(locale)))
                                .toList(),
                        cited(lesson.points().stream()
                                .flatMap(point -> point.sources().stream())
                                .distinct()
                                .toList())))
                .toList();
    }

    private List<Entry> locator(Locale locale) {
        return Stream.of(
                        knowledge.redFlagQuestions().stream()
                                .map(question -> new Entry(
                                        question.ask().in(locale),
                                        List.of(question.instruction().in(locale)),
                                        cited(question.sources()))),
                        knowledge.muscles().stream()
                                .map(muscle -> new Entry(
                                        muscle.name().in(locale),
                                        muscle.patterns().stream()
                                                .map(pattern -> zone(pattern.zone(), locale))
                                                .distinct()
                                                .toList(),
                                        cited(muscle.sources()))),
                        knowledge.ailments().stream()
                                .map(ailment -> new Entry(
                                        ailment.name().in(locale) + " · "
                                                + ailment.clinical().in(locale),
                                        List.of(ailment.about().in(locale)),
                                        cited(ailment.sources()))),
                        knowledge.otherCauses().stream()
                                .map(cause -> new Entry(
                                        cause.name().in(locale),
                                        List.of(
                                                cause.hint().in(locale),
                                                String.join(
                                                        " · ",
                                                        cause.zones().stream()
                                                                .map(zone -> zone(zone, locale))
                                                                .toList())),
                                        cited(cause.sources()))))
                .flatMap(it -> it)
                .toList();
    }

    private String zone(String id, Locale locale) {
        return knowledge.zone(id).map(zone -> zone.name().in(locale)).orElse(id);
    }

    private String cited(Collection<String> sources) {
        return String.join(
                "; ",
                sources.stream()
                        .map(id -> knowledge.source(id).map(Source::citation).orElse(id))
                        .toList());
    }
}
