package org.needlepoint.scheduling;

import java.util.Locale;

/// How patient and practitioner meet.
public enum Modality {
    PHONE,
    IN_PERSON,
    VIDEO;

    /// As tables, the public interface and message keys write it: `in-person`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Modality of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
