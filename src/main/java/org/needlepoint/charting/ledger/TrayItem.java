package org.needlepoint.charting.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Needles of one kind that lie ready.
///
/// @param diameterUm thickness in thousandths of a millimetre, 50..1200
/// @param lengthMm   5..200
/// @param lot        as on the box, 1..40 characters; null when it was not noted
/// @param expires    last day of use; null when it was not noted
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrayItem(
        UUID id,
        int diameterUm,
        int lengthMm,
        @Nullable String lot,
        @Nullable LocalDate expires) {
    public TrayItem {
        Placement.requireSize(diameterUm, lengthMm);
        Placement.requireShort("lot", lot);
    }
}
