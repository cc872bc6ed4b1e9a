package org.needlepoint.intake.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ConsentScope;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Technique;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// What a patient can agree to: the areas that the painted pain may come from, or areas of their own choice.
@Component
class ConsentChoices {
    private static final int MOST_SUGGESTED = 4;

    private final Knowledge knowledge;
    private final Pages pages;

    ConsentChoices(Knowledge knowledge, Pages pages) {
        this.knowledge = knowledge;
        this.pages = pages;
    }

    /// Areas with muscles whose pain is often felt in the painted zones, in the order of the body.
    List<BodyArea> suggested(List<String> zones) {
        var counts = new EnumMap<BodyArea, Integer>(BodyArea.class);
        for (var muscle : knowledge.muscles()) {
            if (muscle.patterns().stream().anyMatch(pattern -> zones.contains(pattern.zone()))) {
                counts.merge(BodyArea.ofRegion(muscle.region()), 1, Integer::sum);
            }
        }
        var most = counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue()))
                .limit(MOST_SUGGESTED)
                .map(entry -> entry.getKey())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BodyArea.class)));
        return List.copyOf(most);
    }

    /// What a form chose; empty when it names no area.
    Optional<ConsentScope> scope(ConsentTo to, MultiValueMap<String, String> form, List<String> zones) {
        var areas = EnumSet.noneOf(BodyArea.class);
        if ("suggested".equals(form.getFirst("where"))) {
            areas.addAll(suggested(zones));
        } else {
            areas.addAll(areas(form, "area"));
        }
        var refused = areas(form, "not");
        areas.removeAll(refused); // a no to an area outweighs a yes to it
        return areas.isEmpty() ? Optional.empty() : Optional.of(new ConsentScope(areas, techniques(to, form), refused));
    }

    private static Set<BodyArea> areas(MultiValueMap<String, String> form, String name) {
        var codes = form.getOrDefault(name, List.of());
        return Arrays.stream(BodyArea.values())
                .filter(area -> codes.contains(area.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BodyArea.class)));
    }

    /// The first of a consent's techniques is what it is for; the others are chosen.
    private static Set<Technique> techniques(ConsentTo to, MultiValueMap<String, String> form) {
        var techniques = EnumSet.of(to.techniques().getFirst());
        var codes = form.getOrDefault("technique", List.of());
        to.techniques().stream()
                .filter(technique -> codes.contains(technique.code()))
                .forEach(techniques::add);
        return techniques;
    }

    /// @param words where the texts of the consent lie, such as `intake.consent`
    List<Pages.Option> ways(String words, List<BodyArea> suggested, Locale locale) {
        var ways = new ArrayList<Pages.Option>();
        if (!suggested.isEmpty()) {
            ways.add(new Pages.Option(
                    "suggested", pages.say("intake.consent.where.suggested", locale, areas(suggested, locale)), null));
        }
        ways.add(new Pages.Option("chosen", pages.say("intake.consent.where.chosen", locale), null));
        ways.add(new Pages.Option(
                "none", pages.say(words + ".where.none", locale), pages.say(words + ".where.none.hint", locale)));
        return ways;
    }

    List<Pages.Option> areas(Locale locale) {
        return Arrays.stream(BodyArea.values())
                .map(area -> new Pages.Option(area.code(), word(area, locale), null))
                .toList();
    }

    private String areas(List<BodyArea> areas, Locale locale) {
        return areas.stream().map(area -> word(area, locale)).collect(Collectors.joining(", "));
    }

    private String word(BodyArea area, Locale locale) {
        return pages.say("intake.area." + area.code(), locale);
    }
}
