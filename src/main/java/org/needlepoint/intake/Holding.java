package org.needlepoint.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.anatomy.ScreeningQuestion;
import org.needlepoint.anatomy.ScreeningQuestion.AskAgain;

/// How long an answer holds. No source gives a time, so these are the project's choices: time takes away a no, never a
/// yes of the same visit.
///
/// @param visit   the visit it would have to hold for
/// @param changes when something changed or may have changed, and what
/// @param now     when it would have to hold: somebody who is treated before their time is not asked twice, and what
///                held when the session began is not missing afterwards
record Holding(VisitFacts visit, List<Changed> changes, Instant now) {
    /// Answers that are true only for now count when given at most this long before the visit, or before now.
    static final Duration HOURS_AHEAD = Duration.ofHours(4);
    /// Answers that may stand for some days count when given at most so many days before the visit.
    static final Period DAYS_AHEAD = Period.ofDays(3);
    /// Answers for one visit count when given on the day before it or later.
    static final Period VISIT_AHEAD = Period.ofDays(1);
    /// A course of treatment is asked anew after this time, also when no change is reported.
    static final Period COURSE = Period.ofYears(1);

    static final String HEALTH_CHANGE = "health-change";
    static final String MEDICINE_CHANGE = "medicine-change";

    /// Something changed.
    record Changed(Instant at, UUID visit, Set<Change> changes) {}

    /// A yes to "has your health changed?" that nobody went into can mean everything.
    static Holding of(VisitFacts visit, History history, Instant now) {
        var changes = new ArrayList<Changed>();
        for (var report : history.reports()) {
            changes.add(new Changed(report.at(), report.visit(), report.changes()));
        }
        for (var answer : history.answers()) {
            if (isChange(answer.question())
                    && answer.positive()
                    && history.reports().stream().noneMatch(report -> isOf(report, answer))) {
                changes.add(new Changed(answer.at(), answer.visit(), EnumSet.allOf(Change.class)));
            }
        }
        return new Holding(visit, List.copyOf(changes), visit.begun() == null ? now : visit.begun());
    }

    private static boolean isOf(ChangeReport report, Answer answer) {
        return report.at().equals(answer.at()) && report.visit().equals(answer.visit());
    }

    static boolean isChange(String question) {
        return question.equals(HEALTH_CHANGE) || question.equals(MEDICINE_CHANGE);
    }

    boolean isOfThisVisit(Answer answer) {
        return answer.visit().equals(visit.visit());
    }

    /// Whether the answer still holds, so that the question need not be asked again.
    boolean holds(ScreeningQuestion question, Answer answer) {
        var ofThisVisit = isOfThisVisit(answer);
        return switch (question.validFor()) {
            case HOURS -> ofThisVisit && (wouldHold(question, answer.at()) || isFresh(answer));
            case DAYS -> ofThisVisit && !answer.at().isBefore(daysAhead(DAYS_AHEAD));
            case VISIT -> ofThisVisit && !answer.at().isBefore(daysAhead(VISIT_AHEAD));
            case COURSE -> answer.at().isAfter(daysAhead(COURSE)) && !overtaken(question, answer);
        };
    }

    /// Whether an answer given at a time would hold at the visit: what would not is asked nearer to it.
    boolean wouldHold(ScreeningQuestion question, Instant at) {
        return switch (question.validFor()) {
            case HOURS -> !at.isBefore(visit.start().toInstant().minus(HOURS_AHEAD));
            case DAYS -> !at.isBefore(daysAhead(DAYS_AHEAD));
            case VISIT -> !at.isBefore(daysAhead(VISIT_AHEAD));
            case COURSE -> true;
        };
    }

    /// Whether the answer counts for what is decided: what holds, and a yes that waits to be asked again.
    boolean counts(ScreeningQuestion question, Answer answer) {
        return switch (question.validFor()) {
            case HOURS, DAYS, VISIT -> isOfThisVisit(answer) && (answer.positive() || holds(question, answer));
            case COURSE -> answer.positive() || holds(question, answer);
        };
    }

    /// Until when the answer holds; empty when it no longer does.
    Optional<Instant> until(ScreeningQuestion question, Answer answer) {
        if (!holds(question, answer)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (question.validFor()) {
                    case HOURS ->
                        wouldHold(question, answer.at())
                                ? endOfDay()
                                : answer.at().plus(HOURS_AHEAD);
                    case DAYS, VISIT -> endOfDay();
                    case COURSE ->
                        answer.at().atZone(visit.start().getZone()).plus(COURSE).toInstant();
                });
    }

    private boolean isFresh(Answer answer) {
        return !answer.at().isBefore(now.minus(HOURS_AHEAD));
    }

    private Instant endOfDay() {
        return visit.day().plusDays(1).atStartOfDay(visit.start().getZone()).toInstant();
    }

    private Instant daysAhead(Period period) {
        return visit.day().minus(period).atStartOfDay(visit.start().getZone()).toInstant();
    }

    private boolean overtaken(ScreeningQuestion question, Answer answer) {
        var touching = Change.touching(question);
        return question.askAgain() == AskAgain.ON_CHANGE
                && changes.stream()
                        .filter(change -> !Collections.disjoint(change.changes(), touching))
                        .anyMatch(change -> answer.at().isBefore(change.at())
                                || (answer.at().equals(change.at())
                                        && !answer.visit().equals(change.visit())));
    }
}
