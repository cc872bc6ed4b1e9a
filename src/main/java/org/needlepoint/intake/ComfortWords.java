package org.needlepoint.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says what makes needles easier for a patient, a line each, as it is read before the first needle.
@Component
public class ComfortWords {
    private final MessageSource messages;

    ComfortWords(MessageSource messages) {
        this.messages = messages;
    }

    /// Empty for nothing in particular.
    public List<String> lines(Comfort comfort, Locale locale) {
        var lines = new ArrayList<String>();
        comfort.wishesInOrder().forEach(wish -> lines.add(say("wish." + wish.code(), locale)));
        var position = comfort.position();
        var talk = comfort.talk();
        if (position != null) {
            lines.add(say("position." + position.code(), locale));
        }
        if (talk != null) {
            lines.add(say("talk." + talk.code(), locale));
        }
        quoted("earlier.said", comfort.earlier(), lines, locale);
        quoted("words.said", comfort.words(), lines, locale);
        return lines;
    }

    private void quoted(String key, @Nullable String text, List<String> lines, Locale locale) {
        if (text != null) {
            lines.add(say(key, locale, text));
        }
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("intake.comfort." + key, arguments, locale);
    }
}
