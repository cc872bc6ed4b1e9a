package org.needlepoint.scheduling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Laterality;

/// What a patient painted and answered before booking. Zones and questions were checked by whoever took them.
///
/// @param level the gravest level among the answers (rule C2): `emergency`, `today`, `physician-first`,
///              `tell-practitioner`; null: nothing reported
public record PainReport(
        List<Mark> marks,
        List<RedFlagAnswer> redFlags,
        @Nullable String level) {
    public static final PainReport NONE = new PainReport(List.of(), List.of(), null);

    /// A painted zone.
    ///
    /// @param zone      permanent id of the body map
    /// @param intensity 0..10
    public record Mark(String zone, Laterality side, double intensity) {}

    /// An answered red-flag question.
    public record RedFlagAnswer(String question, boolean yes) {}

    public PainReport {
        marks = List.copyOf(marks);
        redFlags = List.copyOf(redFlags);
    }

    public boolean isEmpty() {
        return marks.isEmpty() && redFlags.isEmpty();
    }
}
