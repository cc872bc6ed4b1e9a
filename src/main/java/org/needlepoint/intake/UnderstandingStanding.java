package org.needlepoint.intake;

import java.util.List;
import org.needlepoint.anatomy.Lesson;

/// Whether a patient has understood what is taught before consent, in its present edition.
public sealed interface UnderstandingStanding {
    /// Some questions have no right answer yet.
    record NotYet(List<Lesson> open) implements UnderstandingStanding {
        public NotYet {
            open = List.copyOf(open);
        }
    }

    /// Some questions were answered wrongly twice: the practitioner explains (rule W4).
    record ToExplain(List<Lesson> lessons) implements UnderstandingStanding {
        public ToExplain {
            lessons = List.copyOf(lessons);
        }
    }

    /// Every question was answered rightly, or its lesson explained.
    record Understood() implements UnderstandingStanding {}
}
