package org.needlepoint.patients;

/// What became of confirming a provisional patient as a chart of their own.
public sealed interface Confirmation {
    /// The patient is a confirmed chart now.
    record Confirmed(int version) implements Confirmation {}

    /// Somebody had confirmed it already.
    record AlreadyConfirmed() implements Confirmation {}

    /// Refused: this patient is linked to that chart.
    record BelongsTo(PatientId chart) implements Confirmation {}
}
