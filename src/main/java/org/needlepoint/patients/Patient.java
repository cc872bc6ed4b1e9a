package org.needlepoint.patients;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A patient as on record.
///
/// @param linkedTo the confirmed chart that this provisional patient belongs to, once the front desk has linked it
/// @param version  carried by forms, so that two people never overwrite each other
public record Patient(
        PatientId id,
        Standing standing,
        Demographics demographics,
        @Nullable PatientId linkedTo,
        int version,
        Instant changedAt) {
    /// Whether a chart is a person whom the front desk has vouched for.
    public enum Standing {
        PROVISIONAL,
        CONFIRMED
    }

    public String name() {
        return demographics.name();
    }

    /// The chart to work in: the linked one, or this.
    public PatientId chart() {
        return Optional.ofNullable(linkedTo).orElse(id);
    }

    /// Whether the front desk still has to say who this is.
    public boolean awaitsConfirmation() {
        return standing == Standing.PROVISIONAL && linkedTo == null;
    }
}
