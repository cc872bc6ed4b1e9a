package org.needlepoint.aftercare;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a patient said at one time after a visit. Kept as it was given.
///
/// @param answers to the danger questions by their ids, in the order asked
/// @param words   in the patient's own words, null for none
public record Report(
        ReportId id,
        PlanId plan,
        Instant at,
        Map<String, Reply> answers,
        @Nullable String words,
        Level level) {
    /// An answer to a danger question.
    public enum Reply {
        YES,
        NO,
        /// Never read as no.
        UNSURE;

        /// The word in forms and message keys.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Empty for a word that is no answer.
        public static Optional<Reply> of(@Nullable String code) {
            return List.of(values()).stream()
                    .filter(reply -> reply.code().equals(code))
                    .findFirst();
        }
    }

    /// How soon somebody must act on it.
    public enum Level {
        NONE,
        TODAY,
        EMERGENCY;

        /// The word in tables and message keys.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Level of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public Report {
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /// Ids of the questions answered with yes or unsure, in the order asked.
    public List<String> alarming() {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue() != Reply.NO)
                .map(Map.Entry::getKey)
                .toList();
    }
}
