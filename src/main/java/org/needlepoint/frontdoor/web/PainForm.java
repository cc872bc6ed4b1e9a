package org.needlepoint.frontdoor.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.RedFlags;
import org.needlepoint.frontdoor.PainStory;
import org.needlepoint.shared.Laterality;
import org.springframework.util.MultiValueMap;

/// The drawing and the answers as form fields: `mark=zone:side`, `intensity-zone-side=0..10`, `answer-question=yes`.
record PainForm(PainStory story, List<Fault> faults) {
    private static final String ANSWER = "answer-";
    private static final int USUAL = (int) Mark.USUAL_INTENSITY;

    /// What a form said that cannot be.
    enum Fault {
        UNKNOWN_ZONE,
        BAD_INTENSITY,
        UNKNOWN_ANSWER,
        TOO_MANY
    }

    /// A form field that carries a part of the story to the next page.
    record Field(String name, String value) {}

    /// Reads the fields; what cannot be is left out and named.
    static PainForm read(MultiValueMap<String, String> form, Knowledge knowledge) {
        var faults = new ArrayList<Fault>();
        var marks = new LinkedHashMap<String, Mark>();
        var given = form.getOrDefault("mark", List.of());
        if (given.size() > PainRequest.MOST_MARKS) {
            faults.add(Fault.TOO_MANY);
            given = List.of();
        }
        for (var written : given) {
            markOf(written, form, knowledge, faults).ifPresent(mark -> marks.put(written, mark));
        }
        return new PainForm(
                new PainStory(List.copyOf(marks.values()), answersOf(form, knowledge, faults)), List.copyOf(faults));
    }

    private static Optional<Mark> markOf(
            String written, MultiValueMap<String, String> form, Knowledge knowledge, List<Fault> faults) {
        var parts = written.split(":", -1);
        if (parts.length != 2
                || knowledge.zone(parts[0]).isEmpty()
                || sideOf(parts[1]).isEmpty()) {
            faults.add(Fault.UNKNOWN_ZONE);
            return Optional.empty();
        }
        var intensity = form.getFirst("intensity-" + parts[0] + "-" + parts[1]);
        try {
            double value = intensity == null || intensity.isBlank() ? USUAL : Integer.parseInt(intensity.strip());
            return Optional.of(new Mark(parts[0], sideOf(parts[1]).orElseThrow(), value));
        } catch (IllegalArgumentException e) {
            faults.add(Fault.BAD_INTENSITY);
            return Optional.empty();
        }
    }

    private static Optional<Laterality> sideOf(String letter) {
        return switch (letter) {
            case "L" -> Optional.of(Laterality.L);
            case "R" -> Optional.of(Laterality.R);
            case "B" -> Optional.of(Laterality.B);
            case "M" -> Optional.of(Laterality.M);
            default -> Optional.empty();
        };
    }

    private static Map<String, RedFlags.Answer> answersOf(
            MultiValueMap<String, String> form, Knowledge knowledge, List<Fault> faults) {
        var answers = new LinkedHashMap<String, RedFlags.Answer>();
        form.forEach((name, values) -> {
            if (!name.startsWith(ANSWER) || values.isEmpty()) {
                return;
            }
            var question = name.substring(ANSWER.length());
            var answer = answerOf(values.getFirst());
            if (knowledge.redFlagQuestion(question).isEmpty() || answer.isEmpty()) {
                faults.add(Fault.UNKNOWN_ANSWER);
            } else {
                answers.put(question, answer.get());
            }
        });
        return answers;
    }

    private static Optional<RedFlags.Answer> answerOf(String written) {
        return switch (written) {
            case "yes" -> Optional.of(RedFlags.Answer.YES);
            case "no" -> Optional.of(RedFlags.Answer.NO);
            case "unsure" -> Optional.of(RedFlags.Answer.UNSURE);
            default -> Optional.empty();
        };
    }

    /// The fields that carry a story on, for hidden inputs.
    static List<Field> fields(PainStory story) {
        var fields = new ArrayList<Field>();
        for (var mark : story.marks()) {
            var side = mark.side().name();
            fields.add(new Field("mark", mark.zone() + ":" + side));
            fields.add(new Field("intensity-" + mark.zone() + "-" + side, Integer.toString((int) mark.intensity())));
        }
        story.answers().entrySet().stream()
                .filter(entry -> entry.getValue() != RedFlags.Answer.DOES_NOT_APPLY)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> fields.add(new Field(
                        ANSWER + entry.getKey(), entry.getValue().name().toLowerCase(Locale.ROOT))));
        return List.copyOf(fields);
    }
}
