package org.needlepoint.charting.examination;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A muscle, or a point in one, on the target list of a visit.
public record TargetId(UUID value) {
    public static TargetId next() {
        return new TargetId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
