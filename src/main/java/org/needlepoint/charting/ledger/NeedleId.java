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

    /// As their texts are ordered, which is how a browser orders them as well.
    @Override
    public int compareTo(NeedleId other) {
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
