package org.needlepoint.anatomy.atlas;

import java.util.Map;
import org.needlepoint.anatomy.atlas.Atlas.Place;

/// What a freehand shape covers.
public sealed interface Covering {

    /// Zones with the share of each, 0 to 1, at least one; of a shape that falls between zones the nearest, with 0.
    record Zones(Map<Place, Double> shares) implements Covering {
        public Zones {
            shares = Map.copyOf(shares);
        }
    }

    /// No shape on this body.
    record Refused(Fault fault) implements Covering {}

    /// What is wrong with a shape.
    enum Fault {
        UNKNOWN_VIEW,
        TOO_FEW_POINTS,
        NOT_NUMBERS,
        OFF_THE_BODY
    }
}
