package org.needlepoint.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that was said about a patient's health before needles, each oldest first.
///
/// @param agreed the first consent that the patient gave, to needling or to an injection; null before
record History(
        List<Answer> answers,
        List<ChangeReport> reports,
        List<FactReview> reviews,
        @Nullable Agreed agreed) {
    /// When and at which visit somebody agreed.
    record Agreed(Instant at, @Nullable UUID visit) {}

    History {
        answers = List.copyOf(answers);
        reports = List.copyOf(reports);
        reviews = List.copyOf(reviews);
    }

    /// Answers and nothing else.
    static History of(List<Answer> answers) {
        return new History(answers, List.of(), List.of(), null);
    }

    /// The latest answer that was given for another visit.
    Optional<Answer> lastTime(VisitFacts visit) {
        return answers.stream()
                .filter(answer -> !answer.visit().equals(visit.visit()))
                .max(Comparator.comparing(Answer::at));
    }

    /// The answers to a question.
    List<Answer> to(String question) {
        return answers.stream()
                .filter(answer -> answer.question().equals(question))
                .toList();
    }
}
