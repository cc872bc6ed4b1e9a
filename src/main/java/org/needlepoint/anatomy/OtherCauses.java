package org.needlepoint.anatomy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// What else can hurt where somebody marked pain, to stand beside the muscles. Naming a cause says nothing of how
/// likely it is in this person.
public final class OtherCauses {
    private final Knowledge knowledge;

    public OtherCauses(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// Every cause that is felt in one of these zones: those that fit most of them first, then from head to foot.
    /// Unknown zones match nothing.
    public List<OtherCause> forZones(Collection<String> zones) {
        var marked = Set.copyOf(zones);
        return knowledge.otherCauses().stream()
                .filter(cause -> cause.replacedBy() == null && fits(cause, marked) > 0)
                .sorted(Comparator.comparingLong((OtherCause cause) -> fits(cause, marked))
                        .reversed())
                .toList();
    }

    /// The same, without what nobody has read in a source: all that patients are told.
    public List<OtherCause> readForZones(Collection<String> zones) {
        return forZones(zones).stream()
                .filter(cause -> cause.evidence() == Evidence.READ)
                .toList();
    }

    private static long fits(OtherCause cause, Set<String> marked) {
        return cause.zones().stream().filter(marked::contains).count();
    }
}
