package org.needlepoint.charting.medication;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A request for a medicine.
public record MedicationRequestId(UUID value) {
    public static MedicationRequestId next() {
        return new MedicationRequestId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
