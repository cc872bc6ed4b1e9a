package org.needlepoint.intake;

import java.util.List;
import java.util.Locale;

/// What somebody answered to one question.
///
/// @param places where, for questions about a place; empty means "not sure where", which counts as everywhere
public record Said(Given given, List<ReportedPlace> places) {
    /// The answers there are.
    public enum Given {
        YES,
        NO,
        /// Counts as something to weigh at least; the practitioner asks again. Never a no.
        UNSURE;

        /// As stored: `yes`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The answer of a stored code.
        public static Given of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public static final Said NO = new Said(Given.NO, List.of());
    public static final Said YES = new Said(Given.YES, List.of());
    public static final Said UNSURE = new Said(Given.UNSURE, List.of());

    public Said {
        places = List.copyOf(places);
    }

    /// Yes, there.
    public static Said yesAt(ReportedPlace... places) {
        return new Said(Given.YES, List.of(places));
    }
}
