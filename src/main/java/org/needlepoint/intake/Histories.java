package org.needlepoint.intake;

import org.needlepoint.intake.ConsentEvent.Kind;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Reads what was said about a chart. Call it within a transaction.
@Component
class Histories {
    private final AnswerRows answers;
    private final ChangeRows changes;
    private final ReviewRows reviews;
    private final ConsentRows consents;
    private final Charts charts;

    Histories(AnswerRows answers, ChangeRows changes, ReviewRows reviews, ConsentRows consents, Charts charts) {
        this.answers = answers;
        this.changes = changes;
        this.reviews = reviews;
        this.consents = consents;
        this.charts = charts;
    }

    History of(PracticeId practice, PatientId chart) {
        var patients = charts.with(practice, chart);
        var agreed = consents.of(practice, patients, ConsentTo.values()).stream()
                .filter(event -> event.kind() == Kind.GIVEN)
                .findFirst()
                .map(event -> new History.Agreed(event.at(), event.visit()));
        return new History(
                answers.of(practice, patients),
                changes.of(practice, patients),
                reviews.of(practice, patients),
                agreed.orElse(null));
    }
}
