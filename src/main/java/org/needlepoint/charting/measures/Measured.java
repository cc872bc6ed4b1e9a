package org.needlepoint.charting.measures;

import java.util.Optional;
import org.needlepoint.shared.Laterality;

/// A thing that can be measured and measured again: only equals are compared.
///
/// @param code as its kind names it: a movement, a muscle, a root, a test
/// @param side L, R, or M for what has no sides
public record Measured(Kind kind, String code, Laterality side, Manner manner) {
    public Measured {
        if (side == Laterality.B) {
            throw new IllegalArgumentException("one side is measured at a time, not both");
        }
    }

    /// One word for forms and the table: `range/shoulder-flexion/R/active`.
    public String key() {
        return kind.word() + "/" + code + "/" + side + "/" + manner.word();
    }

    /// What a key means; empty when it is none. Whether there is such a thing says [Catalogue#scale].
    public static Optional<Measured> of(String key) {
        var parts = key.split("/", -1);
        if (parts.length != 4 || !parts[2].matches("[LRM]")) {
            return Optional.empty();
        }
        return Kind.of(parts[0])
                .flatMap(kind -> Manner.of(parts[3])
                        .map(manner -> new Measured(kind, parts[1], Laterality.valueOf(parts[2]), manner)));
    }

    @Override
    public String toString() {
        return key();
    }
}
