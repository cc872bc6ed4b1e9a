package org.needlepoint.charting.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// One insertion of one needle. A needle that is put in again is another of these.
public record NeedleId(@JsonValue UUID value) implements Comparable<NeedleId> {
    @JsonCreator
    public NeedleId {}

    public static NeedleId next() {
        return new NeedleId(Uuid7.next());
    }

    @Override
    public int compareTo(NeedleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
