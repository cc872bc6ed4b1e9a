package org.needlepoint.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// What else can hurt in a zone, besides muscles: a joint, a nerve, a vessel, an organ.
///
/// @param replacedBy the cause to use instead, when this one was a mistake
/// @param hint what sets it apart, in words for everybody
/// @param serious whether it must not be missed
/// @param redFlags ids of questions whose answer points to it
public record OtherCause(
        String id,
        @Nullable String replacedBy,
        Texts name,
        Texts hint,
        boolean serious,
        List<String> zones,
        List<String> redFlags,
        Evidence evidence,
        List<String> sources,
        Review review) {

    public OtherCause {
        zones = List.copyOf(zones);
        redFlags = List.copyOf(redFlags);
        sources = List.copyOf(sources);
    }
}
