package org.needlepoint.credentials;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A practitioner of a practice.
public record PractitionerId(UUID value) {
    public static PractitionerId next() {
        return new PractitionerId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
