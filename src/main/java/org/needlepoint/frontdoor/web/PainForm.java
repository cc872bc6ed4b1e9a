package org.needlepoint.frontdoor.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.anatomy.RedFlags;
import org.needlepoint.frontdoor.PainStory;

/// The drawing and the answers as form fields: `mark=zone:side` with `intensity-zone-side=0..10`,
/// `quality-zone-side=word` and `spreads-zone-side=yes`; `outline=view;intensity;quality;spreads;x,y x,y ...` in mm of
/// the view; `answer-question=yes`.
record PainForm(PainStory story, List<Fault> faults) {
    static final String ANSWER = "answer-";

    /// As many freehand shapes as a form takes, and corners of each.
    static final int MOST_OUTLINES = 60;

    static final int MOST_POINTS = 200;

    /// Something that cannot be.
    ///
    /// @param field the id of what to mend on the page
    record Fault(Kind kind, String field) {}

    /// What can be wrong, in the word that message keys use.
    enum Kind {
        ZONE,
        TOO_MANY_MARKS,
        INTENSITY,
        QUALITY,
        OUTLINE,
        OUTSIDE,
        TOO_MANY_OUTLINES,
        TOO_MANY_POINTS,
        ANSWER;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A form field that carries a part of the story to the next page.
    record Field(String name, String value) {}

    PainForm {
        faults = List.copyOf(faults);
    }

    /// The fields that carry a story on, for hidden inputs.
    static List<Field> fields(PainStory story) {
        var fields = new ArrayList<Field>();
        for (var mark : story.named()) {
            var place = mark.zone() + "-" + mark.side().name();
            fields.add(new Field("mark", mark.zone() + ":" + mark.side().name()));
            fields.add(new Field("intensity-" + place, Integer.toString((int) mark.intensity())));
            if (mark.quality() != null) {
                fields.add(new Field("quality-" + place, mark.quality().word()));
            }
            if (mark.spreads()) {
                fields.add(new Field("spreads-" + place, "yes"));
            }
        }
        outlines(story.outlines()).forEach(outline -> fields.add(new Field("outline", outline)));
        story.answers().entrySet().stream()
                .filter(entry -> entry.getValue() != RedFlags.Answer.DOES_NOT_APPLY)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> fields.add(new Field(
                        ANSWER + entry.getKey(), entry.getValue().name().toLowerCase(Locale.ROOT))));
        return List.copyOf(fields);
    }

    /// Freehand shapes as the form writes them.
    static List<String> outlines(List<Outline> outlines) {
        return outlines.stream().map(PainForm::written).toList();
    }

    private static String written(Outline outline) {
        return outline.view() + ";" + (int) outline.intensity() + ";" + word(outline.quality()) + ";"
                + (outline.spreads() ? "yes" : "no") + ";"
                + outline.points().stream()
                        .map(point -> tenth(point.x()) + "," + tenth(point.y()))
                        .collect(Collectors.joining(" "));
    }

    private static String word(@Nullable Quality quality) {
        return quality == null ? "" : quality.word();
    }

    private static String tenth(double mm) {
        var tenths = Math.round(mm * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
