package org.needlepoint.charting.ledger;

import java.time.Instant;
import java.util.UUID;

/// An event with its envelope.
///
/// @param number     the device's own count of its events, from 1, without gaps
/// @param happenedAt as reported; no rule is decided by it
/// @param recordedAt when the server stored it
/// @param recordedBy the account that reported it
public record LedgerEntry(
        EventId id,
        DeviceId device,
        int number,
        Instant happenedAt,
        Instant recordedAt,
        UUID recordedBy,
        LedgerEvent event) {
    public LedgerEntry {
        if (number < 1) {
            throw new IllegalArgumentException("number must be 1 or more, was " + number);
        }
    }

    /// When it happened, whatever a clock that runs fast says: no later than it was stored.
    public Instant happenedBy() {
        return happenedAt.isAfter(recordedAt) ? recordedAt : happenedAt;
    }
}
