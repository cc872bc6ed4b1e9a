package org.needlepoint.scheduling;

import java.util.Locale;

/// For whom a service or a window is: new patients, returning ones, or both.
public enum Audience {
    NEW,
    RETURNING,
    BOTH;

    /// As tables, the public interface and message keys write it: `returning`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Audience of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
