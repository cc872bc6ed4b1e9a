package org.needlepoint.scheduling;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Profession;

/// What a service asks for besides its time.
///
/// @param bufferBefore minutes before the visit in which practitioner, room and equipment are kept free, 0..120; they
///                     may lie outside the hours, the visit may not
/// @param bufferAfter  the same after the visit
/// @param professions  who may perform it; empty: any
/// @param credential   what they must hold on the day ([org.needlepoint.credentials.HeldCredential]); null: nothing
/// @param equipment    kinds of which the visit takes one free piece each
/// @param fewestGaps   whether starts that leave a gap too short for another such visit are left out, on days that have
///                     others
public record Demands(
        int bufferBefore,
        int bufferAfter,
        Set<Profession> professions,
        @Nullable String credential,
        List<Equipment.Kind> equipment,
        boolean fewestGaps) {
    /// Nothing but its time.
    public static final Demands NONE = new Demands(0, 0, Set.of(), null, List.of(), false);

    public Demands {
        professions = Set.copyOf(professions);
        equipment = equipment.stream().distinct().sorted().toList();
        if (bufferBefore < 0 || bufferBefore > 120 || bufferAfter < 0 || bufferAfter > 120) {
            throw new IllegalArgumentException(
                    "buffers must be 0..120 minutes, were " + bufferBefore + " and " + bufferAfter);
        }
    }
}
