package org.needlepoint.charting.examination;

import java.util.Optional;
import org.needlepoint.shared.Laterality;

/// A zone of the body map on a side.
///
/// @param zone permanent id of the knowledge
public record ZonePlace(String zone, Laterality side) {
    /// As forms and tables write it: `scapula:R`.
    public String word() {
        return zone + ":" + side;
    }

    /// The place with a word; empty when it is none. Whether there is such a zone the knowledge says.
    public static Optional<ZonePlace> of(String word) {
        return word.matches("[a-z0-9-]+:[LRBM]")
                ? Optional.of(new ZonePlace(
                        word.substring(0, word.length() - 2), Laterality.valueOf(word.substring(word.length() - 1))))
                : Optional.empty();
    }
}
