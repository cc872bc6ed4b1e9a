package org.needlepoint.patients;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A patient of a practice, provisional or confirmed.
public record PatientId(UUID value) {
    public static PatientId next() {
        return new PatientId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
