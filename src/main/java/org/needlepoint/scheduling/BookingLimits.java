package org.needlepoint.scheduling;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// How much one client may keep for itself. Counted in the database, so that all nodes count alike;
/// `needlepoint.limits=off` switches limits off for load tests.
@Component
final class BookingLimits {
    private static final int HOLDS_PER_CLIENT = 20;

    private final boolean on;
    private final int holdsPerClient;

    BookingLimits(Environment environment) {
        var set = environment.getProperty("needlepoint.limits", "on");
        this.on = !set.equals("off") && !set.equals("false");
        this.holdsPerClient =
                environment.getProperty("needlepoint.booking.holds-per-client", Integer.class, HOLDS_PER_CLIENT);
    }

    boolean areOn() {
        return on;
    }

    /// How many openings one client keeps at a time, in one practice. A family behind one address books together.
    int holdsPerClient() {
        return holdsPerClient;
    }
}
