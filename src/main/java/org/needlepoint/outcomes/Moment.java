package org.needlepoint.outcomes;

/// When a score was asked for.
public enum Moment {
    BEFORE("before"),
    AFTER("after"),
    CHECK_IN("check-in");

    private final String code;

    Moment(String code) {
        this.code = code;
    }

    /// The word in tables, forms and message keys.
    public String code() {
        return code;
    }

    static Moment of(String code) {
        for (var moment : values()) {
            if (moment.code.equals(code)) {
                return moment;
            }
        }
        throw new IllegalArgumentException("no moment is called " + code);
    }
}
