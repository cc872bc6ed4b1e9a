package org.needlepoint.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// Makes time-ordered ids (UUID version 7, RFC 9562), so that new rows land at the end of an index.
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private Uuid7() {}

    /// A new id stamped with the wall clock: ids order rows, they never say when something happened.
    public static UUID next() {
        return at(Clock.systemUTC().millis());
    }

    /// A new id stamped with a given time.
    ///
    /// @param epochMillis milliseconds since 1970, 0..2^48-1
    public static UUID at(long epochMillis) {
        if (epochMillis < 0 || epochMillis >>> 48 != 0) {
            throw new IllegalArgumentException("epochMillis must be 0..2^48-1, was " + epochMillis);
        }
        long high = (epochMillis << 16) | VERSION | (RANDOM.nextLong() & 0x0FFFL);
        long low = (RANDOM.nextLong() >>> 2) | VARIANT;
        return new UUID(high, low);
    }
}
