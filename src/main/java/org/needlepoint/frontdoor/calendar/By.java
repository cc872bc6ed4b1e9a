package org.needlepoint.frontdoor.calendar;

import java.util.Arrays;
import java.util.Locale;

/// Of what the calendar shows one beside the other.
public enum By {
    PRACTITIONER,
    LOCATION,
    ROOM;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a word in an address means; practitioners for any other word.
    public static By of(String code) {
        return Arrays.stream(values())
                .filter(by -> by.code().equals(code))
                .findFirst()
                .orElse(PRACTITIONER);
    }
}
