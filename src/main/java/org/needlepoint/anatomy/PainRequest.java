package org.needlepoint.anatomy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Laterality;

/// A drawing of pain with what is known around it, for the pain locator.
///
/// @param marks painted zones, 1 to [#MOST_MARKS]; order does not matter, of repeated marks the strongest counts
/// @param about what else the person said
/// @param examined what a practitioner found by hand; patients' pages never send it
/// @param limit how many candidates at most, 1 to [#MOST_CANDIDATES]
public record PainRequest(List<Mark> marks, About about, List<Examined> examined, int limit) {

    /// More than every zone on every side.
    public static final int MOST_MARKS = 500;

    /// As many as there are muscles.
    public static final int MOST_CANDIDATES = 150;

    /// When the request does not say.
    public static final int USUAL_LIMIT = 20;

    /// Freehand shapes, at most.
    public static final int MOST_OUTLINES = 60;

    /// Corners of one freehand shape, at most.
    public static final int MOST_POINTS = 500;

    /// What pain feels like, in a patient's words.
    public enum Quality {
        ACHING,
        SHARP,
        BURNING,
        TINGLING,
        NUMB,
        CRAMPING,
        THROBBING,
        STIFF,
        OTHER;

        /// As JSON, forms and keys of messages write it: `burning`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The quality with a word; empty when there is none.
        public static Optional<Quality> of(String word) {
            return Arrays.stream(values())
                    .filter(quality -> quality.word().equals(word))
                    .findFirst();
        }

        /// Whether it is how an irritated nerve often feels.
        public boolean nerveLike() {
            return this == BURNING || this == TINGLING || this == NUMB;
        }
    }

    /// A painted zone.
    ///
    /// @param zone id of a zone
    /// @param side left, right, both, or midline (also for "not sided")
    /// @param intensity 0 to 10
    /// @param quality null when nobody said
    /// @param spreads whether the person says that pain spreads to here from elsewhere
    public record Mark(
            String zone,
            Laterality side,
            double intensity,
            @Nullable Quality quality,
            boolean spreads) {

        /// When the mark does not say.
        public static final double USUAL_INTENSITY = 5;

        public Mark {
            if (!(intensity >= 0 && intensity <= 10)) {
                throw new IllegalArgumentException("intensity must be 0 to 10, was " + intensity);
            }
        }

        /// A mark of which no more is known.
        public Mark(String zone, Laterality side, double intensity) {
            this(zone, side, intensity, null, false);
        }
    }

    /// A freehand shape on a view of the body map; [OutlineZones] makes marks of it.
    ///
    /// @param view id of a view or close-up
    /// @param points its corners in mm of that view, 3 to [#MOST_POINTS]; the last joins the first
    public record Outline(
            String view,
            List<Point> points,
            double intensity,
            @Nullable Quality quality,
            boolean spreads) {
        public Outline {
            points = List.copyOf(points);
            if (points.size() < 3 || points.size() > MOST_POINTS) {
                throw new IllegalArgumentException("3 to " + MOST_POINTS + " points, were " + points.size());
            }
            if (!(intensity >= 0 && intensity <= 10)) {
                throw new IllegalArgumentException("intensity must be 0 to 10, was " + intensity);
            }
        }
    }

    /// A point of a view, in mm; x to the right, y down.
    public record Point(double x, double y) {
        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("a point has two numbers, was " + x + ", " + y);
            }
        }
    }

    /// What the person said besides the drawing. Whatever is not known is left out.
    ///
    /// @param condition a known complaint, by name or ICD-10-CM code
    /// @param movements ids of movements that make it worse
    /// @param days how long it has hurt
    /// @param pursuits occupation and sports, in plain words
    public record About(
            @Nullable String condition,
            List<String> movements,
            @Nullable Integer days,
            List<String> pursuits) {
        /// Nothing was said.
        public static final About NOTHING = new About(null, List.of(), null, List.of());

        public About {
            movements = List.copyOf(movements);
            pursuits = List.copyOf(pursuits);
        }
    }

    /// What a practitioner's hand looks for in a muscle.
    public enum Sign {
        TAUT_BAND,
        FAMILIAR_PAIN,
        TWITCH,
        RESTRICTED_MOVEMENT,
        SPOT_TENDERNESS,
        REFERRED_PAIN;

        /// As JSON and forms write it: `taut-band`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The sign with a word; empty when there is none.
        public static Optional<Sign> of(String word) {
            return Arrays.stream(values())
                    .filter(sign -> sign.word().equals(word))
                    .findFirst();
        }
    }

    /// A sign looked for in a muscle.
    ///
    /// @param side left or right; midline for a muscle that has no sides
    /// @param found false when it was looked for and not found
    public record Examined(String muscle, Laterality side, Sign sign, boolean found) {}

    public PainRequest {
        marks = List.copyOf(marks);
        examined = List.copyOf(examined);
        if (marks.isEmpty() || marks.size() > MOST_MARKS) {
            throw new IllegalArgumentException("1 to " + MOST_MARKS + " marks, were " + marks.size());
        }
        if (limit < 1 || limit > MOST_CANDIDATES) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_CANDIDATES + ", was " + limit);
        }
    }

    /// Painted zones of a known complaint, and nothing else.
    public PainRequest(List<Mark> marks, @Nullable String condition, int limit) {
        this(marks, new About(condition, List.of(), null, List.of()), List.of(), limit);
    }

    /// A known complaint, by name or ICD-10-CM code; null when none is given.
    public @Nullable String condition() {
        return about.condition();
    }
}
