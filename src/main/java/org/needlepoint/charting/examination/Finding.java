package org.needlepoint.charting.examination;

import java.time.Instant;
import java.util.UUID;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.shared.Laterality;

/// What a hand looked for in a muscle, and what it found.
///
/// @param muscle    permanent id of the knowledge
/// @param side      L, R, or M for a muscle that has no sides
/// @param knowledge edition of the knowledge in which the muscle was chosen
/// @param by        the account of whoever says so
public record Finding(
        String muscle, Laterality side, Sign sign, Outcome outcome, String knowledge, Instant at, UUID by) {
    public Finding {
        if (side == Laterality.B) {
            throw new IllegalArgumentException("a hand examines one side at a time, not both");
        }
    }
}
