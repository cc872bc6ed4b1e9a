package org.needlepoint.patients;

/// What became of undoing a link.
public sealed interface Unlinking {
    /// The provisional patient stands alone again.
    record Unlinked(PatientId formerChart) implements Unlinking {}

    /// There was no link to undo.
    record NotLinked() implements Unlinking {}
}
