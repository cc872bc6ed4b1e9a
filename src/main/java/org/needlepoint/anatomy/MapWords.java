package org.needlepoint.anatomy;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;

/// What the body map calls things, in the reader's language.
final class MapWords {
    private final Knowledge knowledge;
    private final MessageSource messages;

    MapWords(Knowledge knowledge, MessageSource messages) {
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// A zone with its side, such as "Calf (right)"; the id itself when there is no such zone.
    String place(String zone, Laterality side, Locale locale) {
        var name = knowledge.zone(zone).map(found -> found.name().in(locale)).orElse(zone);
        return side(side, locale).map(word -> name + " (" + word + ")").orElse(name);
    }

    /// "right"; empty for the midline.
    Optional<String> side(Laterality side, Locale locale) {
        return side == Laterality.M ? Optional.empty() : Optional.of(say("bodymap.side." + side, locale));
    }

    /// "burning, spreads to here"; empty when nobody said.
    String feeling(@Nullable Quality quality, boolean spreads, Locale locale) {
        return Stream.of(
                        quality == null
                                ? ""
                                : say("bodymap.quality." + quality.word(), locale)
                                        .toLowerCase(locale),
                        spreads ? say("bodymap.say.spreads", locale) : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// The letter that stands for a quality on the map; empty for none.
    String letter(@Nullable Quality quality, Locale locale) {
        return quality == null ? "" : say("bodymap.quality." + quality.word() + ".letter", locale);
    }

    String say(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, locale));
    }
}
