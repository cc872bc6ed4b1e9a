package org.needlepoint.scheduling;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// Which piece of equipment.
public record EquipmentId(UUID value) {
    static EquipmentId next() {
        return new EquipmentId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
