package org.needlepoint.charting.injection;

import java.util.EnumSet;
import java.util.Set;
import org.needlepoint.credentials.Profession;

/// Which professions inject when nobody has said more. A practice's confirmed rule of scope will take the place of this
/// table (rule C13): until then a profession that is not in it is told so, and why.
final class Injectors {
    private static final Set<Profession> INJECT = EnumSet.of(Profession.PHYSICIAN);

    private Injectors() {}

    static boolean includes(Profession profession) {
        return INJECT.contains(profession);
    }
}
