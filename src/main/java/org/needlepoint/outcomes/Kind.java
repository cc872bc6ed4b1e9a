package org.needlepoint.outcomes;

/// Which pain was rated: the pain now, or the worst of the last 24 hours.
public enum Kind {
    NOW("now"),
    WORST("worst");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /// The word in tables, forms and message keys.
    public String code() {
        return code;
    }

    static Kind of(String code) {
        for (var kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of pain score is called " + code);
    }
}
