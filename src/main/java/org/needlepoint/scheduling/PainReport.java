package org.needlepoint.scheduling;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Laterality;

/// What a patient painted and answered before booking. Zones and questions were checked by whoever took them.
///
/// @param level the gravest level among the answers (rule C2): `emergency`, `today`, `physician-first`,
///              `tell-practitioner`; null: nothing reported
public record PainReport(
        List<Mark> marks,
        List<RedFlagAnswer> redFlags,
        @Nullable String level) {
    public static final PainReport NONE = new PainReport(List.of(), List.of(), null);

    /// A painted zone.
    ///
    /// @param zone      permanent id of the body map
    /// @param intensity 0..10
    public record Mark(String zone, Laterality side, double intensity) {}

    /// An answered red-flag question. Reports of before "not sure" was kept say only whether it was a yes.
    ///
    /// @param question permanent id of the question
    public record RedFlagAnswer(String question, Given answer) {
        /// What was answered. "Not sure" is an answer: the practitioner asks again.
        public enum Given {
            @JsonProperty("yes")
            YES,
            @JsonProperty("no")
            NO,
            @JsonProperty("unsure")
            UNSURE
        }

        public RedFlagAnswer(String question, boolean yes) {
            this(question, yes ? Given.YES : Given.NO);
        }

        @JsonCreator
        static RedFlagAnswer stored(
                @JsonProperty("question") String question,
                @JsonProperty("answer") @Nullable Given answer,
                @JsonProperty("yes") @Nullable Boolean yes) {
            return answer == null
                    ? new RedFlagAnswer(question, Boolean.TRUE.equals(yes))
                    : new RedFlagAnswer(question, answer);
        }

        /// Whether the answer was a plain yes.
        public boolean yes() {
            return answer == Given.YES;
        }

        /// Whether the answer settles nothing.
        public boolean unsure() {
            return answer == Given.UNSURE;
        }
    }

    public PainReport {
        marks = List.copyOf(marks);
        redFlags = List.copyOf(redFlags);
    }

    public boolean isEmpty() {
        return marks.isEmpty() && redFlags.isEmpty();
    }
}
