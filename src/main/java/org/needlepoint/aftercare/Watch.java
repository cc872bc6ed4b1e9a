package org.needlepoint.aftercare;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.WatchQuestion;
import org.needlepoint.anatomy.WatchQuestion.Window;

/// What to watch for after a session: the danger questions that follow from what was needled (rule C6).
///
/// @param questions the most urgent first
record Watch(List<WatchQuestion> questions) {
    Watch {
        questions = List.copyOf(questions);
    }

    /// The questions for needles near these hazards with these techniques.
    static Watch of(Knowledge knowledge, Set<String> hazards, Set<String> techniques) {
        return new Watch(knowledge.watchQuestions().stream()
                .filter(question -> question.replacedBy() == null)
                .filter(question -> question.isAskedFor(hazards, techniques))
                .toList());
    }

    /// The check-ins that are made for these questions.
    Set<Window> windows() {
        var windows = EnumSet.noneOf(Window.class);
        questions.forEach(question -> windows.addAll(question.windows()));
        return windows;
    }
}
