package org.needlepoint.frontdoor.web;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.needlepoint.credentials.Profession;
import org.springframework.context.MessageSource;

/// What the set-up offers to choose from.
final class SetupChoices {
    private static final List<String> UNITED_STATES = List.of(
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "Pacific/Honolulu",
            "America/Puerto_Rico");

    /// The zones of the United States first, from east to west.
    static final List<String> ZONES = Stream.concat(
                    UNITED_STATES.stream(),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id ->
                                    id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                            .filter(id -> !UNITED_STATES.contains(id))
                            .sorted())
            .toList();

    private SetupChoices() {}

    static List<Choice> zones(Locale locale) {
        return ZONES.stream()
                .map(id -> new Choice(
                        id,
                        UNITED_STATES.contains(id)
                                ? ZoneId.of(id).getDisplayName(TextStyle.FULL, locale) + " (" + id + ")"
                                : id,
                        null))
                .toList();
    }

    static List<Choice> professions(MessageSource messages, Locale locale) {
        return Arrays.stream(Profession.values())
                .map(each ->
                        new Choice(each.code(), messages.getMessage("profession." + each.code(), null, locale), null))
                .toList();
    }
}
