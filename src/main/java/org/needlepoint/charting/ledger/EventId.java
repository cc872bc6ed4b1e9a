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

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
