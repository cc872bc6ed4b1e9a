package org.needlepoint.charting.note;

import java.util.Locale;

/// How a note reads; the facts and the words are the same.
public enum NoteStyle {
    /// Under the headings of a clinical note, treatment apart.
    SOAP,
    /// As a text that runs on.
    PROSE;

    /// As stored and in forms: `soap`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The style of a code; SOAP for anything else.
    public static NoteStyle of(String code) {
        return PROSE.code().equals(code) ? PROSE : SOAP;
    }
}
