package org.needlepoint.charting.care;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// An entry about a visit.
public record CareEntryId(UUID value) {
    public static CareEntryId next() {
        return new CareEntryId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
