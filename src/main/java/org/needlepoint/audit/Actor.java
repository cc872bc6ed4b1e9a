package org.needlepoint.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who acts: a member of staff, a signed-in patient, a guest without a sign-in, or the system itself.
public record Actor(Kind kind, @Nullable UUID id) {
    /// The kinds of actor.
    public enum Kind {
        ACCOUNT,
        PATIENT,
        GUEST,
        SYSTEM
    }

    public static final Actor GUEST = new Actor(Kind.GUEST, null);
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    public static Actor account(UUID id) {
        return new Actor(Kind.ACCOUNT, id);
    }

    public static Actor patient(UUID id) {
        return new Actor(Kind.PATIENT, id);
    }
}
