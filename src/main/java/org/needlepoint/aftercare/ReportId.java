package org.needlepoint.aftercare;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// What a patient said at one time after a visit.
public record ReportId(UUID value) {
    static ReportId next() {
        return new ReportId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
