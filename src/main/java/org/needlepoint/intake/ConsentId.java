package org.needlepoint.intake;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A consent's id.
public record ConsentId(UUID value) {
    public static ConsentId next() {
        return new ConsentId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
