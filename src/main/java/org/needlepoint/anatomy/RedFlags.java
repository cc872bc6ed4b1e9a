package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which questions a person seeking care is asked for a drawing, and what the answers mean. Only the
/// answers decide: age, night pain and numbness that stays the same never stop anyone by themselves.
public final class RedFlags {

    /// A person's answer to one question. No answer at all is `UNSURE`, never `NO`.
    public enum Answer {
        YES,
        NO,
        UNSURE,
        DOES_NOT_APPLY
    }

    /// What a set of answers means.
    ///
    /// @param level the most urgent level that was set off, empty when none was; empty is not a clearance
    /// @param setOff the questions that were set off, the most urgent first
    /// @param unsettled questions answered with "unsure", for a person to ask again before any needle
    public record Judgement(
            Optional<RedFlagLevel> level, List<RedFlagQuestion> setOff, List<RedFlagQuestion> unsettled) {

        public Judgement {
            setOff = List.copyOf(setOff);
            unsettled = List.copyOf(unsettled);
        }
    }

    /// More than five questions are not read: what does not fit is asked by the practitioner.
    public static final int MOST_QUESTIONS = 5;

    private final Knowledge knowledge;

    /// Red flags from this edition of the knowledge.
    public RedFlags(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// At most five questions that fit the painted zones, the most urgent first. Within a level the zones
    /// take turns, so that a drawing of head and back is asked about both; of two questions for the same
    /// zones, the one made for fewer zones is asked.
    ///
    /// @param zones zone ids; none gives the questions that are asked for any pain
    /// @param age in years; null when not known, and then questions for an age are asked as well
    /// @throws IllegalArgumentException for an unknown zone or an impossible age
    public List<RedFlagQuestion> questionsFor(Collection<String> zones, @Nullable Integer age) {
        var painted = new LinkedHashSet<>(zones);
        var waiting = new ArrayList<>(allFor(zones, age));
        var asked = new ArrayList<RedFlagQuestion>();
        var timesAsked = new HashMap<String, Integer>();
        while (!waiting.isEmpty() && asked.size() < MOST_QUESTIONS) {
            var level = waiting.getFirst().level();
            var next = waiting.stream()
                    .filter(question -> question.level() == level)
                    .min(Comparator.comparingDouble((RedFlagQuestion question) -> -need(question, painted, timesAsked))
                            .thenComparing(RedFlagQuestion::anywhere)
                            .thenComparing(question -> question.zones().size())
                            .thenComparing(RedFlagQuestion::order))
                    .orElseThrow();
            waiting.remove(next);
            asked.add(next);
            painted.stream().filter(next::fits).forEach(zone -> timesAsked.merge(zone, 1, Integer::sum));
        }
        return List.copyOf(asked);
    }

    /// How much the painted zones still want this question: zones that were asked about less count more.
    private static double need(RedFlagQuestion question, Collection<String> painted, Map<String, Integer> timesAsked) {
        return painted.stream()
                .filter(question::fits)
                .mapToDouble(zone -> 1.0 / (1 + timesAsked.getOrDefault(zone, 0)))
                .max()
                .orElse(0);
    }

    /// Every question that fits the painted zones, the most urgent first: for the practitioner, before the
    /// first needle.
    ///
    /// @throws IllegalArgumentException for an unknown zone or an impossible age
    public List<RedFlagQuestion> allFor(Collection<String> zones, @Nullable Integer age) {
        if (age != null && (age < 0 || age > 130)) {
            throw new IllegalArgumentException("age must be 0 to 130 years, was " + age);
        }
        for (var zone : zones) {
            if (knowledge.zone(zone).isEmpty()) {
                throw new IllegalArgumentException("unknown zone " + zone);
            }
        }
        return knowledge.redFlagQuestions().stream()
                .filter(question -> question.replacedBy() == null)
                .filter(question -> question.anywhere() || zones.stream().anyMatch(question::fits))
                .filter(question -> question.fitsAge(age))
                .sorted(Comparator.comparing(RedFlagQuestion::level).thenComparing(RedFlagQuestion::order))
                .toList();
    }

    /// What the answers mean together: the most urgent level that one of them sets off.
    ///
    /// @param answers by question id
    /// @throws IllegalArgumentException for an unknown question
    public Judgement judge(Map<String, Answer> answers) {
        var setOff = new ArrayList<RedFlagQuestion>();
        var unsettled = new ArrayList<RedFlagQuestion>();
        answers.forEach((id, answer) -> {
            var question = knowledge
                    .redFlagQuestion(id)
                    .orElseThrow(() -> new IllegalArgumentException("unknown red flag question " + id));
            switch (answer) {
                case YES -> addIf(question.positiveAnswer() == RedFlagQuestion.PositiveAnswer.YES, question, setOff);
                case NO -> addIf(question.positiveAnswer() == RedFlagQuestion.PositiveAnswer.NO, question, setOff);
                case UNSURE -> unsettled.add(question);
                case DOES_NOT_APPLY -> {}
            }
        });
        var urgentFirst = Comparator.comparing(RedFlagQuestion::level).thenComparing(RedFlagQuestion::order);
        setOff.sort(urgentFirst);
        unsettled.sort(urgentFirst);
        return new Judgement(setOff.stream().findFirst().map(RedFlagQuestion::level), setOff, unsettled);
    }

    private static void addIf(boolean condition, RedFlagQuestion question, List<RedFlagQuestion> questions) {
        if (condition) {
            questions.add(question);
        }
    }
}
