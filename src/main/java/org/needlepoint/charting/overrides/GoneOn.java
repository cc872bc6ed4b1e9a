package org.needlepoint.charting.overrides;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// How often something was put to one practitioner, and how often they went on with it.
///
/// @param subject id of the screening or red-flag question, or class of the hazard
/// @param asked   times that it was put to them: once for each region and session
/// @param goneOn  times that they went on
/// @param reasons times by reason: a word of the list, [#TICKED], or [#OWN_WORDS]
public record GoneOn(Kind kind, String subject, UUID account, int asked, int goneOn, Map<String, Integer> reasons) {
    /// A tick was enough.
    public static final String TICKED = "ticked";

    /// A reason in somebody's own words: these stay in the chart, because they can name a patient.
    public static final String OWN_WORDS = "own-words";

    /// What it was about.
    public enum Kind {
        QUESTION,
        HAZARD,
        BOTH_SIDES_OF_THORAX,
        /// Something that the examination found.
        RED_SIGN,
        /// The rule asks for a referral, and none was on file.
        NO_REFERRAL;

        /// As stored: `both-sides-of-thorax`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public GoneOn {
        reasons = Map.copyOf(reasons);
    }

    /// Share of the times that they went on, in whole percent, 0..100.
    public int percent() {
        return asked == 0 ? 0 : Math.min(100, Math.round(100f * goneOn / asked));
    }
}
