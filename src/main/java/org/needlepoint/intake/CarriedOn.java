package org.needlepoint.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.ScreeningQuestion;
import org.needlepoint.anatomy.ScreeningQuestion.ValidFor;

/// What "nothing has changed" carries on from the last visit: answers about medicines and pregnancy that hold for one
/// visit only. What holds for a course holds anyway, and what is true of a day (fever, broken skin) is asked that day.
final class CarriedOn {
    private static final Set<Change> CARRIED = Set.copyOf(EnumSet.of(Change.MEDICINES, Change.PREGNANCY));
    /// The first three months pass by themselves.
    private static final String PASSES = "pregnant-first-trimester";
    /// The effect of warfarin swings although the medicine stays the same: asked of whoever takes a blood thinner.
    private static final String SWINGS = "warfarin-check-odd";

    private static final String BLOOD_THINNER = "anticoagulant";

    private CarriedOn() {}

    /// The answers of the last visit that go on, as they were given.
    ///
    /// @param told what has changed
    /// @param now  when that was said
    static List<Answer> from(
            Collection<ScreeningQuestion> questions,
            History history,
            VisitFacts visit,
            ChangeReport.Told told,
            Instant now) {
        var last = history.lastTime(visit).map(Answer::visit).orElse(null);
        var latest = history.answers().stream()
                .collect(Collectors.toMap(Answer::question, Function.identity(), (_, later) -> later));
        var oldest = now.atZone(visit.start().getZone()).minus(Holding.COURSE).toInstant();
        return questions.stream()
                .filter(question -> question.replacedBy() == null && isCarried(question, told))
                .map(question -> latest.get(question.id()))
                .filter(Objects::nonNull)
                .filter(answer -> answer.visit().equals(last) && answer.first().isAfter(oldest))
                .filter(answer -> staysTrue(answer, latest))
                .toList();
    }

    private static boolean isCarried(ScreeningQuestion question, ChangeReport.Told told) {
        var touching = Change.named(question);
        return (question.validFor() == ValidFor.VISIT || question.validFor() == ValidFor.DAYS)
                && !Collections.disjoint(touching, CARRIED)
                && Collections.disjoint(touching, told.changes());
    }

    private static boolean staysTrue(Answer answer, Map<String, Answer> latest) {
        return switch (answer.said().given()) {
            case UNSURE -> false;
            case YES -> !answer.question().equals(PASSES) && !answer.question().equals(SWINGS);
            case NO -> !answer.question().equals(SWINGS) || !isYes(latest.get(BLOOD_THINNER));
        };
    }

    private static boolean isYes(@Nullable Answer answer) {
        return answer != null && answer.positive();
    }
}
