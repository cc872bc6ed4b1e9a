package org.needlepoint.frontdoor.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/// The software's own words in the reader's language.
record ApiWords(MessageSource messages, Locale locale) {
    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
