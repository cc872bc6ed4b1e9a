package org.needlepoint.charting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.needlepoint.shared.Uuid7;

class KeepingAnEventTest {
    private final LedgerBodies bodies = new LedgerBodies();

    @Test
    void gives_back_a_closing_with_what_it_had_seen_of_every_device() {
        var closed = new LedgerEvent.Closed(Map.of(new DeviceId(Uuid7.next()), 7), Set.of(NeedleId.next()));
        assertThat(bodies.read(bodies.write(closed))).isEqualTo(closed);
    }
}
