package org.needlepoint.charting.injection;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// An injection at a visit.
public record InjectionId(UUID value) {
    public static InjectionId next() {
        return new InjectionId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
