package org.needlepoint.patients;

/// What became of linking a provisional patient to a chart.
public sealed interface Linking {
    /// The provisional patient belongs to the chart now.
    record Linked() implements Linking {}

    /// Refused: it belongs to that chart already; undo that first.
    record AlreadyLinked(PatientId chart) implements Linking {}

    /// Refused: only a provisional patient is linked, and this one is confirmed.
    record NotProvisional() implements Linking {}

    /// Refused: only a confirmed chart is linked to, and the other one is provisional.
    record NotAChart() implements Linking {}
}
