package org.needlepoint.scheduling;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Laterality;

/// What a patient painted and answered before booking. Zones, views, qualities and questions were checked by
/// whoever took them.
///
/// @param outlines   what was painted freehand
/// @param mapVersion the edition of the body map that the outlines lie on; null when there are none
/// @param level the gravest level among the answers (rule C2): `emergency`, `today`, `physician-first`,
///              `tell-practitioner`; null: nothing reported
public record PainReport(
        List<Mark> marks,
        List<Outline> outlines,
        @Nullable String mapVersion,
        List<RedFlagAnswer> redFlags,
        @Nullable String level) {
    public static final PainReport NONE = new PainReport(List.of(), List.of(), null);

    /// A marked zone. Reports of before qualities were asked say only how bad it is.
    ///
    /// @param zone      permanent id of the body map
    /// @param intensity 0..10
    /// @param quality   what it feels like, such as `burning`; null when nobody said
    /// @param spreads   whether pain spreads to here from elsewhere
    /// @param painted   whether nobody named the zone: one of the outlines covers it
    public record Mark(
            String zone,
            Laterality side,
            double intensity,
            @Nullable String quality,
            boolean spreads,
            boolean painted) {

        /// A named zone of which no more is known.
        public Mark(String zone, Laterality side, double intensity) {
            this(zone, side, intensity, null, false, false);
        }

        @JsonCreator
        static Mark stored(
                @JsonProperty("zone") String zone,
                @JsonProperty("side") Laterality side,
                @JsonProperty("intensity") double intensity,
                @JsonProperty("quality") @Nullable String quality,
                @JsonProperty("spreads") @Nullable Boolean spreads,
                @JsonProperty("painted") @Nullable Boolean painted) {
            return new Mark(zone, side, intensity, quality, Boolean.TRUE.equals(spreads), Boolean.TRUE.equals(painted));
        }
    }

    /// A freehand shape on a view of the body map.
    ///
    /// @param view   id of the view
    /// @param points its corners; the last joins the first
    public record Outline(
            String view,
            List<Point> points,
            double intensity,
            @Nullable String quality,
            boolean spreads) {
        public Outline {
            points = List.copyOf(points);
        }
    }

    /// A point of a view, in mm: x to the right, y down. Stored as two numbers.
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"x", "y"})
    public record Point(double x, double y) {}

    /// An answered red-flag question. Reports of before "not sure" was kept say only whether it was a yes.
    ///
    /// @param question permanent id of the question
    public record RedFlagAnswer(String question, Given answer) {
        /// What was answered. "Not sure" is an answer: the practitioner asks again.
        public enum Given {
            @JsonProperty("yes")
            YES,
            @JsonProperty("no")
            NO,
            @JsonProperty("unsure")
            UNSURE
        }

        public RedFlagAnswer(String question, boolean yes) {
            this(question, yes ? Given.YES : Given.NO);
        }

        @JsonCreator
        static RedFlagAnswer stored(
                @JsonProperty("question") String question,
                @JsonProperty("answer") @Nullable Given answer,
                @JsonProperty("yes") @Nullable Boolean yes) {
            return answer == null
                    ? new RedFlagAnswer(question, Boolean.TRUE.equals(yes))
                    : new RedFlagAnswer(question, answer);
        }

        /// Whether the answer was a plain yes.
        public boolean yes() {
            return answer == Given.YES;
        }

        /// Whether the answer settles nothing.
        public boolean unsure() {
            return answer == Given.UNSURE;
        }
    }

    public PainReport {
        marks = List.copyOf(marks);
        outlines = List.copyOf(outlines);
        redFlags = List.copyOf(redFlags);
    }

    /// Nothing was painted freehand.
    public PainReport(List<Mark> marks, List<RedFlagAnswer> redFlags, @Nullable String level) {
        this(marks, List.of(), null, redFlags, level);
    }

    public boolean isEmpty() {
        return marks.isEmpty() && outlines.isEmpty() && redFlags.isEmpty();
    }
}
