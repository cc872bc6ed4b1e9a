package org.needlepoint.patients;

import java.util.Set;

/// A confirmed chart that may be the person of a provisional patient. People decide; a match is no proof, because
/// couples share phones and twins share birth dates (rule F5).
public record Candidate(Patient chart, Set<Likeness> likeness) {
    /// In what they are alike.
    public enum Likeness {
        NAME,
        BIRTH_DATE,
        PHONE,
        EMAIL
    }
}
