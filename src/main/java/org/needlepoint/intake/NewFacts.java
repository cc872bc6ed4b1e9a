package org.needlepoint.intake;

import java.util.ArrayList;
import java.util.List;

/// Which answers are news since the patient first agreed to needles: they suspend needling until a practitioner has
/// looked at them. What was said before the first consent, or at that visit for the first time, is no news.
final class NewFacts {
    private NewFacts() {}

    /// Whether an answer with yes or not sure is news that nobody has reviewed.
    ///
    /// @param latest the latest answer to its question
    static boolean suspends(Answer latest, History history) {
        var agreed = history.agreed();
        if (agreed == null || !latest.positive()) {
            return false;
        }
        var run = sameAs(latest, history.to(latest.question()));
        var began = run.getFirst();
        var isNews = !began.at().isBefore(agreed.at())
                && (run.size() < history.to(latest.question()).size()
                        || !began.visit().equals(agreed.visit()));
        return isNews
                && history.reviews().stream()
                        .noneMatch(review -> !review.at().isBefore(began.at())
                                && review.facts().contains(latest.fact()));
    }

    /// The answers at the end of the list that say the same. What is asked about the time since the last visit is
    /// another fact at each visit.
    private static List<Answer> sameAs(Answer latest, List<Answer> answers) {
        var run = new ArrayList<Answer>();
        for (var answer : answers.reversed()) {
            var another = Questionnaire.ABOUT_LAST_TIME.contains(answer.question())
                    && !answer.visit().equals(latest.visit());
            if (another || !answer.fact().equals(latest.fact())) {
                break;
            }
            run.addFirst(answer);
        }
        return run;
    }
}
