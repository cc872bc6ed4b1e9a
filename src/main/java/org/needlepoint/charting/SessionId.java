package org.needlepoint.charting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A treatment with needles within a visit.
public record SessionId(@JsonValue UUID value) implements Comparable<SessionId> {
    @JsonCreator
    public SessionId {}

    public static SessionId next() {
        return new SessionId(Uuid7.next());
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
