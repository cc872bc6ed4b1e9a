package org.needlepoint.scheduling;

import org.jspecify.annotations.Nullable;

/// On which of the practitioner's lanes a visit lies, and for any but the usual one, why.
record Lane(int number, @Nullable Overlap overlap) {
    static final Lane USUAL = new Lane(0, null);

    Lane {
        if ((number == 0) != (overlap == null)) {
            throw new IllegalArgumentException("a lane of its own has a reason, the usual one has none: " + number);
        }
    }

    /// The lane that was found, with the reason that was given for it.
    static Lane of(int number, @Nullable Overlap overlap) {
        return number == 0 ? USUAL : new Lane(number, overlap);
    }

    @Nullable
    String role() {
        return overlap == null ? null : overlap.role().code();
    }

    @Nullable
    String reason() {
        return overlap == null ? null : overlap.reason();
    }
}
