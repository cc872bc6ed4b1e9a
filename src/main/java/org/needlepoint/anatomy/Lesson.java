package org.needlepoint.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// A part of what patients are taught before they agree to needles, or of what they agree to before needles or an
/// injection.
///
/// @param figures counted risks, each in the numbers of its own study
/// @param check   a question that shows whether it was understood; null where there is none
public record Lesson(
        String id,
        @Nullable String replacedBy,
        int order,
        Part part,
        Texts title,
        List<Point> points,
        List<Figure> figures,
        @Nullable Check check,
        Review review) {

    /// What it is for.
    public enum Part {
        /// Taught before anything is asked.
        EDUCATION,
        /// Stands in what is signed before needles.
        CONSENT,
        /// Stands in what is signed before an injection.
        INJECTION
    }

    /// One statement.
    public record Point(Texts text, List<String> sources) {
        public Point {
            sources = List.copyOf(sources);
        }
    }

    /// A counted risk.
    ///
    /// @param fact id of the [SafetyFact] with the numbers
    /// @param text what is counted, in words for patients
    public record Figure(String fact, Texts text) {}

    /// A question about the lesson.
    ///
    /// @param choices exactly one is right
    /// @param explain said after a wrong answer
    public record Check(Texts ask, List<Choice> choices, Texts explain) {
        public Check {
            choices = List.copyOf(choices);
        }
    }

    /// One way to answer.
    public record Choice(Texts text, boolean right) {}

    public Lesson {
        points = List.copyOf(points);
        figures = List.copyOf(figures);
    }
}
