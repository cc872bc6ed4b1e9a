package org.needlepoint.frontdoor.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.OutlineZones;
import org.needlepoint.anatomy.OutlineZones.Reading;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.anatomy.PainRequest.Point;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.anatomy.RedFlags;
import org.needlepoint.frontdoor.PainStory;
import org.needlepoint.frontdoor.PainStory.Painted;
import org.needlepoint.frontdoor.web.PainForm.Fault;
import org.needlepoint.frontdoor.web.PainForm.Kind;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Reads the fields of a [PainForm]. What cannot be is named; whatever can be kept of it is kept.
@Component
class PainFormReader {
    private static final int USUAL = (int) Mark.USUAL_INTENSITY;
    private static final String MAP = "body-map";

    /// No point of a figure is so many mm from the corner of its view.
    private static final double FARTHEST = 10_000;

    private final Knowledge knowledge;
    private final OutlineZones zones;

    PainFormReader(Knowledge knowledge, OutlineZones zones) {
        this.knowledge = knowledge;
        this.zones = zones;
    }

    PainForm read(MultiValueMap<String, String> form) {
        var faults = new ArrayList<Fault>();
        return new PainForm(new PainStory(named(form, faults), painted(form, faults), answers(form, faults)), faults);
    }

    private List<Mark> named(MultiValueMap<String, String> form, List<Fault> faults) {
        var marks = new LinkedHashMap<String, Mark>();
        for (var written : most(form, "mark", PainRequest.MOST_MARKS, Kind.TOO_MANY_MARKS, faults)) {
            mark(written, form, faults).ifPresent(mark -> marks.put(written, mark));
        }
        return List.copyOf(marks.values());
    }

    private Optional<Mark> mark(String written, MultiValueMap<String, String> form, List<Fault> faults) {
        var parts = written.split(":", -1);
        if (parts.length != 2
                || knowledge.zone(parts[0]).isEmpty()
                || side(parts[1]).isEmpty()) {
            faults.add(new Fault(Kind.ZONE, MAP));
            return Optional.empty();
        }
        var place = parts[0] + "-" + parts[1];
        var field = "mark-" + place;
        return Optional.of(new Mark(
                parts[0],
                side(parts[1]).orElseThrow(),
                intensity(form.getFirst("intensity-" + place), field, faults),
                quality(form.getFirst("quality-" + place), field, faults),
                "yes".equals(form.getFirst("spreads-" + place))));
    }

    private List<Painted> painted(MultiValueMap<String, String> form, List<Fault> faults) {
        var painted = new ArrayList<Painted>();
        for (var written : most(form, "outline", PainForm.MOST_OUTLINES, Kind.TOO_MANY_OUTLINES, faults)) {
            outline(written, faults).ifPresent(outline -> {
                switch (zones.read(outline)) {
                    case Reading.Covered(var covered) -> painted.add(new Painted(outline, covered));
                    case Reading.OffTheBody() -> faults.add(new Fault(Kind.OUTSIDE, MAP));
                    case Reading.UnknownView() -> faults.add(new Fault(Kind.OUTLINE, MAP));
                }
            });
        }
        return painted;
    }

    private static Optional<Outline> outline(String written, List<Fault> faults) {
        var parts = written.split(";", -1);
        var points = parts.length == 5 ? points(parts[4]) : Optional.<List<Point>>empty();
        if (points.isEmpty() || points.get().size() < 3) {
            faults.add(new Fault(Kind.OUTLINE, MAP));
            return Optional.empty();
        }
        if (points.get().size() > PainForm.MOST_POINTS) {
            faults.add(new Fault(Kind.TOO_MANY_POINTS, MAP));
            return Optional.empty();
        }
        return Optional.of(new Outline(
                parts[0],
                points.get(),
                intensity(parts[1], MAP, faults),
                quality(parts[2], MAP, faults),
                parts[3].equals("yes")));
    }

    /// The corners; empty when one of them is not two numbers.
    private static Optional<List<Point>> points(String written) {
        var points = new ArrayList<Point>();
        try {
            for (var pair : written.strip().split(" +", -1)) {
                var comma = pair.indexOf(',');
                points.add(new Point(mm(pair.substring(0, Math.max(0, comma))), mm(pair.substring(comma + 1))));
            }
            return Optional.of(points);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static double mm(String written) {
        var mm = Double.parseDouble(written);
        if (Math.abs(mm) > FARTHEST) {
            throw new IllegalArgumentException("no view is so large");
        }
        return mm;
    }

    private static int intensity(@Nullable String written, String field, List<Fault> faults) {
        if (written == null || written.isBlank()) {
            return USUAL;
        }
        try {
            var intensity = Integer.parseInt(written.strip());
            if (intensity >= 0 && intensity <= 10) {
                return intensity;
            }
        } catch (NumberFormatException e) {
            // named below, as any number that is out of range
        }
        faults.add(new Fault(Kind.INTENSITY, field));
        return USUAL;
    }

    private static @Nullable Quality quality(@Nullable String written, String field, List<Fault> faults) {
        if (written == null || written.isBlank()) {
            return null;
        }
        var quality = Quality.of(written);
        if (quality.isEmpty()) {
            faults.add(new Fault(Kind.QUALITY, field));
        }
        return quality.orElse(null);
    }

    private static Optional<Laterality> side(String letter) {
        return switch (letter) {
            case "L" -> Optional.of(Laterality.L);
            case "R" -> Optional.of(Laterality.R);
            case "B" -> Optional.of(Laterality.B);
            case "M" -> Optional.of(Laterality.M);
            default -> Optional.empty();
        };
    }

    /// The values of a field; of too many the first, and that there were more is said.
    private static List<String> most(
            MultiValueMap<String, String> form, String name, int most, Kind kind, List<Fault> faults) {
        var given = form.getOrDefault(name, List.of());
        if (given.size() <= most) {
            return given;
        }
        faults.add(new Fault(kind, MAP));
        return given.subList(0, most);
    }

    private Map<String, RedFlags.Answer> answers(MultiValueMap<String, String> form, List<Fault> faults) {
        var answers = new LinkedHashMap<String, RedFlags.Answer>();
        form.forEach((name, values) -> {
            if (!name.startsWith(PainForm.ANSWER) || values.isEmpty()) {
                return;
            }
            var question = name.substring(PainForm.ANSWER.length());
            var answer = answer(values.getFirst());
            if (knowledge.redFlagQuestion(question).isEmpty() || answer.isEmpty()) {
                faults.add(new Fault(Kind.ANSWER, MAP));
            } else {
                answers.put(question, answer.get());
            }
        });
        return answers;
    }

    private static Optional<RedFlags.Answer> answer(String written) {
        return switch (written) {
            case "yes" -> Optional.of(RedFlags.Answer.YES);
            case "no" -> Optional.of(RedFlags.Answer.NO);
            case "unsure" -> Optional.of(RedFlags.Answer.UNSURE);
            default -> Optional.empty();
        };
    }
}
