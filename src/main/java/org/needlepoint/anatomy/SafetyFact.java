package org.needlepoint.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contraindication, precaution, adverse event, severity class, or red flag after needling, as its
/// sources state it.
///
/// @param level the sources' own word, see `knowledge/vocabulary.yaml`; sources class the same thing
/// differently
/// @param per the denominator in words: figures with different ones are never added or averaged
public record SafetyFact(
        String id,
        Kind kind,
        String level,
        String item,
        @Nullable String detail,
        @Nullable Integer numerator,
        @Nullable Integer denominator,
        @Nullable Double pct,
        @Nullable String per,
        @Nullable String bound,
        @Nullable String onset,
        @Nullable String duration,
        @Nullable String action,
        Evidence evidence,
        List<String> sources,
        Review review) {

    /// What kind of statement it is.
    public enum Kind {
        CONTRAINDICATION,
        PRECAUTION,
        ADVERSE_EVENT,
        SEVERITY_CLASS,
        RED_FLAG
    }

    public SafetyFact {
        sources = List.copyOf(sources);
    }
}
