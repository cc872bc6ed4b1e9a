package org.needlepoint.charting.injection;

import java.util.EnumSet;
import java.util.Set;
import org.needlepoint.credentials.Profession;

/// Which professions inject. A practice's confirmed rules are about needling alone (rule C13): none of them
/// lets another profession inject.
final class Injectors {
    private static final Set<Profession> INJECT = EnumSet.of(Profession.PHYSICIAN);

    private Injectors() {}

    static boolean includes(Profession profession) {
        return INJECT.contains(profession);
    }
}
