package org.needlepoint.charting.measures;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// One measure, taken once.
public record MeasureId(UUID value) {
    public static MeasureId next() {
        return new MeasureId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
