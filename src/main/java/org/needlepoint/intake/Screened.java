package org.needlepoint.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.ScreeningQuestion;
import org.needlepoint.anatomy.ScreeningQuestion.Effect;
import org.needlepoint.anatomy.ScreeningQuestion.RegionRule;
import org.needlepoint.anatomy.ScreeningQuestion.ValidFor;
import org.needlepoint.shared.Laterality;

/// The answers of a patient, read for one visit and technique: what is still to be asked, and what the answers say.
public final class Screened {
    private final List<ScreeningQuestion> asked;
    private final Map<String, Answer> latest;
    private final History history;
    private final Holding holding;
    private final Technique technique;

    private Screened(
            List<ScreeningQuestion> asked,
            Map<String, Answer> latest,
            History history,
            Holding holding,
            Technique technique) {
        this.asked = asked;
        this.latest = latest;
        this.history = history;
        this.holding = holding;
        this.technique = technique;
    }

    static Screened of(
            Collection<ScreeningQuestion> questions,
            History history,
            VisitFacts visit,
            Technique technique,
            Instant now) {
        var latest = new HashMap<String, Answer>();
        var answers = history.answers();
        answers.forEach(answer -> latest.put(answer.question(), answer));
        var before = visit.returning()
                || answers.stream().anyMatch(answer -> !answer.visit().equals(visit.visit()));
        var asked = questions.stream()
                .filter(question -> question.replacedBy() == null)
                .filter(question -> isAskedBefore(question, technique))
                .filter(question -> before || !Questionnaire.isAboutLastTime(question))
                .sorted(Comparator.comparingInt(ScreeningQuestion::order))
                .toList();
        return new Screened(asked, Map.copyOf(latest), history, Holding.of(visit, history, now), technique);
    }

    private static boolean isAskedBefore(ScreeningQuestion question, Technique technique) {
        return switch (question.appliesTo()) {
            case BOTH -> true;
            case DRY_NEEDLING -> technique != Technique.INJECTION;
            case INJECTION -> technique == Technique.INJECTION;
        };
    }

    /// Every question of the technique that this patient is asked at some time.
    List<ScreeningQuestion> asked() {
        return asked;
    }

    /// The latest answer to a question.
    Optional<Answer> latest(ScreeningQuestion question) {
        return Optional.ofNullable(latest.get(question.id()));
    }

    /// How long the answers hold.
    Holding holding() {
        return holding;
    }

    /// The questions that have no answer which holds, in the order of the knowledge.
    List<ScreeningQuestion> missing() {
        return asked.stream()
                .filter(question -> latest(question)
                        .filter(answer -> holding.holds(question, answer))
                        .isEmpty())
                .toList();
    }

    /// Whether an answer is true for one visit at most.
    boolean isOfOneVisit(ScreeningQuestion question) {
        return question.validFor() != ValidFor.COURSE;
    }

    /// Whether the answer that holds was given at another visit.
    boolean holdsFromAnotherVisit(ScreeningQuestion question) {
        return latest(question)
                .filter(answer -> !holding.isOfThisVisit(answer) && holding.holds(question, answer))
                .isPresent();
    }

    /// How far the questions have come, and what the answers say altogether.
    public ScreeningStanding standing() {
        if (asked.stream().allMatch(question -> latest(question).isEmpty())) {
            return new ScreeningStanding.NotAsked();
        }
        var missing = missing();
        if (!missing.isEmpty()) {
            return new ScreeningStanding.Incomplete(
                    missing.stream().map(ScreeningQuestion::id).toList());
        }
        var news = newFacts();
        if (!news.isEmpty() && !(overall() instanceof Screening.Stop)) {
            return new ScreeningStanding.Suspended(overall(), news, newFactsAsFacts());
        }
        var askedAt = asked.stream()
                .flatMap(question -> latest(question).stream())
                .map(Answer::at)
                .max(Comparator.naturalOrder());
        return new ScreeningStanding.Complete(overall(), askedAt.orElse(Instant.EPOCH), factsHash());
    }

    /// The worst of all answers so far, wherever it concerns.
    Screening overall() {
        return result(positive().stream().map(this::reason).toList());
    }

    /// What the answers say about one muscle; what has not been answered says nothing. A current flows further than the
    /// muscle.
    public Screening at(Muscle muscle, Laterality side) {
        return result(positive().stream()
                .filter(positive -> disturbs(positive.question())
                        || RegionClosed.concerns(
                                positive.question().regionRule(),
                                positive.answer().said().places(),
                                muscle,
                                side))
                .map(this::reason)
                .toList());
    }

    /// What suspends needling until a practitioner has looked at it, the worst first.
    List<Reason> newFacts() {
        return worstFirst(suspending().map(this::reason).toList());
    }

    /// The same as facts: what a review is about.
    Set<String> newFactsAsFacts() {
        return suspending().map(positive -> positive.answer().fact()).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Positive> suspending() {
        return positive().stream()
                .filter(positive -> positive.question().validFor() != ValidFor.HOURS)
                .filter(positive -> NewFacts.suspends(positive.answer(), history));
    }

    private record Positive(ScreeningQuestion question, Answer answer) {}

    /// Yes and unsure, where they count.
    private List<Positive> positive() {
        var positive = new ArrayList<Positive>();
        for (var question : asked) {
            latest(question)
                    .filter(answer -> answer.positive() && holding.counts(question, answer))
                    .ifPresent(answer -> positive.add(new Positive(question, answer)));
        }
        return positive;
    }

    private Reason reason(Positive positive) {
        var question = positive.question();
        var unsure = positive.answer().said().given() == Said.Given.UNSURE;
        return new Reason(
                question.id(), question.ask(), where(positive), question.whatToDo(), effect(question, unsure), unsure);
    }

    /// A current may disturb a device wherever it flows; and a patient who is not sure is asked again.
    private Effect effect(ScreeningQuestion question, boolean unsure) {
        if (disturbs(question)) {
            return Effect.STOP;
        }
        return unsure ? Effect.WEIGH : question.effect();
    }

    private boolean disturbs(ScreeningQuestion question) {
        return technique == Technique.ELECTRICAL_STIMULATION && question.regionRule() == RegionRule.DEVICE_AND_CHEST;
    }

    private static @Nullable String where(Positive positive) {
        if (!Questionnaire.asksWhere(positive.question())) {
            return null;
        }
        var places = positive.answer().said().places();
        return places.isEmpty()
                ? "everywhere"
                : places.stream().map(ReportedPlace::code).collect(Collectors.joining(" "));
    }

    private static Screening result(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return new Screening.NothingReported();
        }
        var sorted = worstFirst(reasons);
        return switch (sorted.getFirst().effect()) {
            case STOP -> new Screening.Stop(sorted);
            case STOP_REGION -> new Screening.StopInRegion(sorted);
            case WEIGH -> new Screening.Weigh(sorted);
        };
    }

    private static List<Reason> worstFirst(List<Reason> reasons) {
        return reasons.stream()
                .sorted(Comparator.comparingInt(reason -> rank(reason.effect())))
                .toList();
    }

    private static int rank(Effect effect) {
        return switch (effect) {
            case STOP -> 0;
            case STOP_REGION -> 1;
            case WEIGH -> 2;
        };
    }

    /// What holds for hours only (a meal, a drive) is no fact about needles that an acknowledgement was about.
    private String factsHash() {
        var facts = positive().stream()
                .filter(positive -> positive.question().validFor() != ValidFor.HOURS)
                .map(positive -> positive.answer().fact())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
