package org.needlepoint.aftercare;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needlepoint.anatomy.AftercareAdvice;
import org.needlepoint.anatomy.AftercareAdvice.Agreement;

/// The advice that a practice gives. What the sources agree on is given; where they conflict (heat, cold, massage) only
/// what the practice chose; of how long soreness lasts the widest range unless it chose another. Findings of single
/// trials and opinions are given to nobody.
///
/// @param choices advice ids by topic; a topic that is not in here was not decided
public record Protocol(Map<String, Optional<String>> choices) {
    private static final String SORENESS = "soreness";
    /// Said before or during the treatment, or by the danger questions.
    private static final List<String> NOT_HERE = List.of("warning", "expectation");

    public Protocol {
        choices = Map.copyOf(choices);
    }

    /// A topic on which a practice decides.
    ///
    /// @param advice what the sources say, as they disagree
    public record Topic(String name, List<AftercareAdvice> advice) {
        public Topic {
            advice = List.copyOf(advice);
        }
    }

    /// The topics on which a practice decides, in the order of the knowledge.
    public static List<Topic> topics(List<AftercareAdvice> all) {
        return all.stream()
                .filter(Protocol::decidedByPractice)
                .map(AftercareAdvice::topic)
                .distinct()
                .map(topic -> new Topic(
                        topic,
                        all.stream()
                                .filter(advice -> advice.topic().equals(topic) && decidedByPractice(advice))
                                .toList()))
                .toList();
    }

    private static boolean decidedByPractice(AftercareAdvice advice) {
        return advice.agreement() == Agreement.CONFLICT
                || (advice.topic().equals(SORENESS) && advice.agreement() == Agreement.RANGE);
    }

    /// The advice that patients of the practice get, in the order of the knowledge.
    public List<AftercareAdvice> advice(List<AftercareAdvice> all) {
        var decided = new HashMap<String, Optional<String>>(choices);
        all.stream()
                .filter(advice -> advice.topic().equals(SORENESS) && decidedByPractice(advice))
                .max(Comparator.comparing(
                        advice -> Optional.ofNullable(advice.toHours()).orElse(0.0)))
                .ifPresent(widest -> decided.putIfAbsent(SORENESS, Optional.of(widest.id())));
        return all.stream()
                .filter(advice -> !NOT_HERE.contains(advice.topic()))
                .filter(advice -> decidedByPractice(advice)
                        ? decided.getOrDefault(advice.topic(), Optional.empty()).equals(Optional.of(advice.id()))
                        : advice.agreement() == Agreement.AGREE)
                .toList();
    }

    /// What patients may feel, as far as the practice says: the advice on soreness.
    public Optional<AftercareAdvice> expected(List<AftercareAdvice> all) {
        return advice(all).stream()
                .filter(advice -> advice.topic().equals(SORENESS))
                .findFirst();
    }
}
