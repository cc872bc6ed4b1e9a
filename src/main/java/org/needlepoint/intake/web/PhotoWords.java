package org.needlepoint.intake.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.needlepoint.intake.PhotoConsents.Standing;
import org.needlepoint.intake.PhotoConsents.Use;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Says what a patient agreed to about photographs, and reads it from a form.
@Component
class PhotoWords {
    private final Pages pages;

    PhotoWords(Pages pages) {
        this.pages = pages;
    }

    /// The uses that a form names; may be empty.
    static Set<Use> uses(MultiValueMap<String, String> form) {
        return form.getOrDefault("use", List.of()).stream()
                .flatMap(code -> Use.ofCode(code).stream())
                .collect(Collectors.toSet());
    }

    List<Pages.Option> uses(Locale locale) {
        return Arrays.stream(Use.values())
                .map(use -> new Pages.Option(use.code(), word(use, locale), null))
                .toList();
    }

    /// Where it stands, in a line.
    String standing(Standing standing, Practice practice, VisitFacts visit, Locale locale) {
        var zone = visit.start().getZone();
        return switch (standing) {
            case Standing.NotAsked _ -> pages.say("intake.photos.notAsked", locale);
            case Standing.Given given ->
                pages.say(
                        "intake.photos.given",
                        locale,
                        String.join("; ", words(given, locale)),
                        Pages.when(given.at(), zone, practice, locale));
            case Standing.Refused(var at, var _) ->
                pages.say("intake.photos.refused", locale, Pages.when(at, zone, practice, locale));
            case Standing.Withdrawn(var at, var _) ->
                pages.say("intake.photos.withdrawn", locale, Pages.when(at, zone, practice, locale));
        };
    }

    /// What was agreed to, a line for each use.
    List<String> words(Standing.Given given, Locale locale) {
        return Arrays.stream(Use.values())
                .filter(given.uses()::contains)
                .map(use -> word(use, locale))
                .toList();
    }

    private String word(Use use, Locale locale) {
        return pages.say("intake.photos." + use.code(), locale);
    }
}
