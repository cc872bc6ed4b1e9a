package org.needlepoint.shared;

import java.util.UUID;

/// A practice: the owner of every row of patient data.
public record PracticeId(UUID value) {
    public static PracticeId next() {
        return new PracticeId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
