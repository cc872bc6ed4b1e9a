package org.needlepoint.frontdoor.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many people of a study had points in a muscle. Figures are words such as "17%" or "30–55%", null when the study
/// does not say.
///
/// @param people     in whom it was counted, as the study calls them, in English
/// @param comparison whether these people did not have the complaint
/// @param where      the muscle, or the muscles counted together
/// @param muscle     id of the muscle; null for several
/// @param side       in words; null when sides are not told apart
/// @param tenderness whether soreness was counted and not points
/// @param either     active or latent, not told apart
/// @param n          people examined
/// @param note       of the compiler, in English
public record Counted(
        String people,
        boolean comparison,
        String where,
        @Nullable String muscle,
        @Nullable String side,
        boolean tenderness,
        @Nullable String active,
        @Nullable String latent,
        @Nullable String either,
        @Nullable Integer n,
        @Nullable String note,
        List<Integer> cites) {}
