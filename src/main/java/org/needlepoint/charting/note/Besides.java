package org.needlepoint.charting.note;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was done besides needling, and how the visit went. A stop stops needling, not care (rule C5).
///
/// @param given in the order of [What]; each once
/// @param none  somebody has said that nothing else was done
public record Besides(List<Given> given, boolean none, Ending ending) {
    /// Longest stretch of one treatment, in minutes.
    public static final int MOST_MINUTES = 240;

    /// Nothing said yet.
    public static final Besides UNSAID = new Besides(List.of(), false, Ending.AS_PLANNED);

    /// What else a visit may hold.
    public enum What {
        EXERCISE,
        MASSAGE,
        MANUAL_THERAPY,
        EDUCATION;

        /// As forms and message keys write it: `manual-therapy`.
        public String code() {
            return Besides.code(this);
        }
    }

    /// How the visit went.
    public enum Ending {
        AS_PLANNED,
        STOPPED,
        UNWELL_ON_ARRIVAL;

        /// As forms and message keys write it: `unwell-on-arrival`.
        public String code() {
            return Besides.code(this);
        }
    }

    /// One of them.
    ///
    /// @param minutes 1 to [#MOST_MINUTES]; null when nobody looked at the clock
    public record Given(What what, @Nullable Integer minutes) {
        public Given {
            if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
                throw new IllegalArgumentException("minutes must be 1 to " + MOST_MINUTES + ", were " + minutes);
            }
        }
    }

    public Besides {
        given = List.copyOf(given);
        if (none && !given.isEmpty()) {
            throw new IllegalArgumentException("nothing else, and yet " + given);
        }
    }

    /// Whether anything was said at all.
    public boolean isUnsaid() {
        return equals(UNSAID);
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
