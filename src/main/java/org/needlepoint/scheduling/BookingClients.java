package org.needlepoint.scheduling;

import java.nio.charset.StandardCharsets;
import org.needlepoint.keys.KeyRing;
import org.springframework.stereotype.Component;

/// Tells clients apart without keeping their addresses: limits and repeats go by a keyed hash.
@Component
public class BookingClients {
    private final KeyRing keys;

    BookingClients(KeyRing keys) {
        this.keys = keys;
    }

    /// The hash that stands for an address.
    public String of(String address) {
        return keys.sign(KeyRing.Purpose.CLIENT, address.getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 32);
    }
}
