package org.needlepoint.charting.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.needlepoint.charting.SessionId;

/// A device that reports to a session and numbers its events 1, 2, 3 ... The pages of the application are one device
/// for each session, numbered by the server.
public record DeviceId(@JsonValue UUID value) implements Comparable<DeviceId> {
    @JsonCreator
    public DeviceId {}

    /// The device of a key in JSON.
    public static DeviceId fromString(String written) {
        return new DeviceId(UUID.fromString(written));
    }

    /// The device that the pages of a session are.
    public static DeviceId pagesOf(SessionId session) {
        return new DeviceId(session.value());
    }

    /// As their texts are ordered, which is how a browser orders them as well.
    @Override
    public int compareTo(DeviceId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
