package org.needlepoint.charting.needling;

import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;

/// What became of events that were sent to a session.
public sealed interface Appending {
    /// All are in the ledger now, or were before: sending twice changes nothing.
    ///
    /// @param added how many are new
    record Stored(int added) implements Appending {}

    /// Refused, all of them: this id came before with another content.
    record OtherContent(EventId event) implements Appending {}

    /// Refused, all of them: this device has used this number for another event.
    record NumberTaken(DeviceId device, int number) implements Appending {}
}
