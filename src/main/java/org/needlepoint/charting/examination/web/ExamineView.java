package org.needlepoint.charting.examination.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a part of the page "Examine" shows: one part of the body at a time, in groups of one kind, each a form.
final class ExamineView {
    private ExamineView() {}

    /// A link to another part, moment or manner.
    ///
    /// @param count of what is measured there today; 0 for nothing
    /// @param marked whether the patient marked pain there
    record Tab(String href, String label, boolean current, int count, boolean marked) {
        /// Whether it is wanted at hand: where it hurts, what is shown, and what was examined.
        public boolean isNear() {
            return marked || current || count > 0;
        }
    }

    /// A word to choose.
    record Option(String value, String label) {}

    /// Measures of one kind.
    ///
    /// @param manners     ways to measure it; empty where there is one
    /// @param instruments to choose among; empty where it follows from the kind
    /// @param measured    how many stand today
    /// @param add         for what has no row yet; null where all have
    record Group(
            String id,
            String title,
            String hint,
            List<Tab> manners,
            String manner,
            List<Option> instruments,
            String instrument,
            @Nullable String instrumentError,
            List<Row> rows,
            int measured,
            boolean open,
            @Nullable Add add) {}

    /// One thing on the sides that it has.
    record Row(String label, List<Field> fields) {}

    /// One field: empty until something is measured today.
    ///
    /// @param id     for labels and errors
    /// @param key    of what is measured
    /// @param side   "Right"; null for what has no sides
    /// @param kind   `number`, `words` or `remark`
    /// @param typed  as typed, or as it stands today; as many as there are boxes
    /// @param hurts  null where pain is not asked
    /// @param sure   the question that an unusual value asks; null for none
    /// @param last   "120°, Tuesday, December 1"; null when it was never measured
    /// @param same   the earlier measure's id, to say that it holds; null where that makes no sense
    /// @param today  the id of what stands today; null for nothing
    record Field(
            String id,
            String key,
            @Nullable String side,
            String name,
            String kind,
            String keyboard,
            String unit,
            List<String> typed,
            List<Option> options,
            @Nullable Boolean hurts,
            @Nullable String error,
            @Nullable String sure,
            String sureValue,
            @Nullable String last,
            @Nullable String same,
            @Nullable String lastValue,
            @Nullable String before,
            @Nullable String change,
            @Nullable String today) {}

    /// To measure something that has no row.
    ///
    /// @param kind  as keys write it
    /// @param codes to choose among
    /// @param boxes how many numbers are asked; 0 for plain words
    record Add(
            String kind,
            String manner,
            String label,
            List<Option> codes,
            List<Option> words,
            int boxes,
            String code,
            String side,
            List<String> typed,
            @Nullable String error) {}

    /// A red sign with what to do.
    record Red(String level, String instruction, String found, String think, List<String> sources, boolean emergency) {}
}
