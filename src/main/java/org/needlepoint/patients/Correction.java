package org.needlepoint.patients;

/// What became of a change of demographics.
public sealed interface Correction {
    /// Changed.
    record Corrected(int version) implements Correction {}

    /// Refused: somebody else changed the patient meanwhile; this is how it stands now.
    record ChangedMeanwhile(Patient now) implements Correction {}
}
