package org.needlepoint.charting.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Laterality;

/// Where a needle went and which needle it was, as its practitioner says. Nothing here is compared with an atlas (rule
/// C1).
///
/// @param muscle       permanent id of the knowledge
/// @param side         L, R, or M for what has no sides
/// @param diameterUm   thickness in thousandths of a millimetre, 50..1200: 250 is 0.25 mm
/// @param lengthMm     5..200
/// @param knowledge    edition of the knowledge in which the muscle was chosen
/// @param site         the place within the muscle, such as `L3`, 1..40 characters; null: not said
/// @param depthMm      as entered, 1..200; one beyond the needle's length is kept, and flagged
/// @param dwellSeconds how long it is meant to stay, 1..14400; null: not planned
/// @param lot          as on the box, 1..40 characters; null: not noted
/// @param position     how the patient lay; null: not noted
/// @param point        where on the skin, marked on the body map; null: not marked
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Placement(
        String muscle,
        Laterality side,
        int diameterUm,
        int lengthMm,
        NeedleTechnique technique,
        Tissue tissue,
        String knowledge,
        @Nullable String site,
        @Nullable Integer depthMm,
        @Nullable Integer dwellSeconds,
        @Nullable String lot,
        @Nullable Position position,
        @Nullable MapPoint point) {
    public Placement {
        if (muscle.isBlank() || knowledge.isBlank()) {
            throw new IllegalArgumentException("a placement names its muscle and the edition of the knowledge");
        }
        if (side == Laterality.B) {
            throw new IllegalArgumentException("side must be L, R or M: a needle is on one side, not on both");
        }
        requireSize(diameterUm, lengthMm);
        requireShort("site", site);
        requireShort("lot", lot);
        if (depthMm != null && (depthMm < 1 || depthMm > 200)) {
            throw new IllegalArgumentException("depthMm must be 1..200, was " + depthMm);
        }
        if (dwellSeconds != null && (dwellSeconds < 1 || dwellSeconds > 14_400)) {
            throw new IllegalArgumentException("dwellSeconds must be 1..14400, was " + dwellSeconds);
        }
    }

    /// A placement that nobody marked on the map.
    public Placement(
            String muscle,
            Laterality side,
            int diameterUm,
            int lengthMm,
            NeedleTechnique technique,
            Tissue tissue,
            String knowledge,
            @Nullable String site,
            @Nullable Integer depthMm,
            @Nullable Integer dwellSeconds,
            @Nullable String lot,
            @Nullable Position position) {
        this(
                muscle,
                side,
                diameterUm,
                lengthMm,
                technique,
                tissue,
                knowledge,
                site,
                depthMm,
                dwellSeconds,
                lot,
                position,
                null);
    }

    /// A placement of which nothing more is said.
    public Placement(
            String muscle,
            Laterality side,
            int diameterUm,
            int lengthMm,
            NeedleTechnique technique,
            Tissue tissue,
            String knowledge) {
        this(muscle, side, diameterUm, lengthMm, technique, tissue, knowledge, null, null, null, null, null);
    }

    /// Whether more of the needle is said to have gone in than there is of it.
    public boolean deeperThanLong() {
        return depthMm != null && depthMm > lengthMm;
    }

    static void requireSize(int diameterUm, int lengthMm) {
        if (diameterUm < 50 || diameterUm > 1200) {
            throw new IllegalArgumentException("diameterUm must be 50..1200, was " + diameterUm);
        }
        if (lengthMm < 5 || lengthMm > 200) {
            throw new IllegalArgumentException("lengthMm must be 5..200, was " + lengthMm);
        }
    }

    static void requireShort(String name, @Nullable String words) {
        if (words != null && (words.isBlank() || words.length() > 40)) {
            throw new IllegalArgumentException(name + " must be 1..40 characters, was " + words.length());
        }
    }
}
