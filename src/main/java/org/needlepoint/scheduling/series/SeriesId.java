package org.needlepoint.scheduling.series;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// Names a series.
public record SeriesId(UUID value) {
    public static SeriesId next() {
        return new SeriesId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
