package org.needlepoint.charting.examination;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.shared.Laterality;

/// What a hand looked for in a muscle, and what it found.
///
/// @param muscle    permanent id of the knowledge
/// @param side      L, R, or M for a muscle that has no sides
/// @param point     name or number of the trigger point; null for the muscle as a whole
/// @param zones     where the patient feels referred pain; empty for other signs, and where nobody marked it
/// @param knowledge edition of the knowledge in which the muscle was chosen
/// @param by        the account of whoever says so
public record Finding(
        String muscle,
        Laterality side,
        @Nullable String point,
        Sign sign,
        Outcome outcome,
        List<ZonePlace> zones,
        String knowledge,
        Instant at,
        UUID by) {
    public Finding {
        zones = List.copyOf(zones);
        if (side == Laterality.B) {
            throw new IllegalArgumentException("a hand examines one side at a time, not both");
        }
        if (!zones.isEmpty() && sign != Sign.REFERRED_PAIN) {
            throw new IllegalArgumentException("only referred pain is felt in other zones, not " + sign.word());
        }
    }

    /// A finding in a muscle as a whole.
    public Finding(String muscle, Laterality side, Sign sign, Outcome outcome, String knowledge, Instant at, UUID by) {
        this(muscle, side, null, sign, outcome, List.of(), knowledge, at, by);
    }
}
