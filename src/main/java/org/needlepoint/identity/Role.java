package org.needlepoint.identity;

import java.util.Locale;

/// What somebody is in one practice. Staff may hold several; a patient holds this one only.
public enum Role {
    PATIENT,
    PRACTITIONER,
    SUPERVISOR,
    FRONT_DESK,
    OWNER,
    REFERRER,
    OPERATOR;

    /// As stored: `front-desk`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The role of a stored code.
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
