package org.needlepoint.identity;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// The account of a member of staff at one practice.
public record AccountId(UUID value) {
    public static AccountId next() {
        return new AccountId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
