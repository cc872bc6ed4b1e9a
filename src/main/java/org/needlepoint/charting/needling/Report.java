package org.needlepoint.charting.needling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;

/// An event as a device reports it.
///
/// @param id         made by the device
/// @param device     null for the pages of the application, which the server numbers
/// @param number     the device's own count; given if and only if the device is
/// @param happenedAt when it happened, as the device says
public record Report(
        EventId id, @Nullable DeviceId device, @Nullable Integer number, Instant happenedAt, LedgerEvent event) {
    public Report {
        if ((device == null) != (number == null)) {
            throw new IllegalArgumentException("a device numbers its events");
        }
    }

    /// Reported on a page of the application.
    public static Report onPage(EventId id, Instant happenedAt, LedgerEvent event) {
        return new Report(id, null, null, happenedAt, event);
    }
}
