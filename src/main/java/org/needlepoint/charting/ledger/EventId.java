package org.needlepoint.charting.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// An entry of the ledger, made by whoever reports it, so that sending it twice changes nothing.
public record EventId(@JsonValue UUID value) implements Comparable<EventId> {
    @JsonCreator
    public EventId {}

    public static EventId next() {
        return new EventId(Uuid7.next());
    }

    /// As their texts are ordered, which is how a browser orders them as well.
    @Override
    public int compareTo(EventId other) {
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
