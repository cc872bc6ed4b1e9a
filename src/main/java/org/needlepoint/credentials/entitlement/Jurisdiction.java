package org.needlepoint.credentials.entitlement;

import java.util.Locale;
import java.util.regex.Pattern;

/// A state or country whose law decides who may needle there.
///
/// @param code ISO 3166, such as `US-MD`; a country alone where states were not told apart
public record Jurisdiction(String code) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    public Jurisdiction {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a jurisdiction is written as US-MD or IE, was " + code);
        }
    }

    /// The same as files and credentials write it: `us-md`.
    public String slug() {
        return code.toLowerCase(Locale.ROOT);
    }

    /// The country it belongs to.
    Jurisdiction country() {
        return new Jurisdiction(code.substring(0, 2));
    }

    @Override
    public String toString() {
        return code;
    }
}
