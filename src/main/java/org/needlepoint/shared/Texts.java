package org.needlepoint.shared;

import java.util.Locale;

/// One text for patients in English and Spanish. Both are present; a missing translation is not a text.
public record Texts(String en, String es) {
    public Texts {
        if (en.isBlank() || es.isBlank()) {
            throw new IllegalArgumentException("a text needs English and Spanish, was en=" + en + " es=" + es);
        }
    }

    /// The Spanish text for any Spanish locale, else the English one.
    public String in(Locale locale) {
        return "es".equals(locale.getLanguage()) ? es : en;
    }
}
