package org.needlepoint.intake;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What somebody is about to agree to.
///
/// @param areas      one at least
/// @param techniques one at least, all of one [ConsentTo]
/// @param refused    areas that they leave out in so many words; none of those agreed to
public record ConsentScope(Set<BodyArea> areas, Set<Technique> techniques, Set<BodyArea> refused) {
    public ConsentScope {
        if (areas.isEmpty() || techniques.isEmpty()) {
            throw new IllegalArgumentException("a consent names an area and a technique");
        }
        if (!ConsentTo.of(techniques.iterator().next()).isOnlyFor(techniques)) {
            throw new IllegalArgumentException("an injection is agreed to on its own: " + techniques);
        }
        areas = Set.copyOf(areas);
        techniques = Set.copyOf(techniques);
        refused = Set.copyOf(refused);
        if (!Collections.disjoint(areas, refused)) {
            throw new IllegalArgumentException("an area is agreed to or left out: " + areas + refused);
        }
    }

    /// Agreed to, with nothing left out in so many words.
    public ConsentScope(Set<BodyArea> areas, Set<Technique> techniques) {
        this(areas, techniques, Set.of());
    }

    /// What is agreed to.
    public ConsentTo to() {
        return ConsentTo.of(techniques.iterator().next());
    }

    /// The areas that are left out, in the order of the body.
    public List<BodyArea> refusedInOrder() {
        return Arrays.stream(BodyArea.values()).filter(refused::contains).toList();
    }

    /// The areas in the order of the body.
    public List<BodyArea> areasInOrder() {
        return List.copyOf(EnumSet.copyOf(areas));
    }

    /// The techniques in their order.
    public List<Technique> techniquesInOrder() {
        return List.copyOf(EnumSet.copyOf(techniques));
    }

    /// The muscle regions of the areas.
    Set<String> regions() {
        return regions(areas);
    }

    /// The muscle regions of the areas that are left out.
    Set<String> refusedRegions() {
        return regions(refused);
    }

    private static Set<String> regions(Set<BodyArea> areas) {
        return areas.stream().flatMap(area -> area.regions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// What the signed document says for the record. The row of a consent must say the same.
    static String record(Set<String> regions, Set<Technique> techniques, Set<String> refused) {
        var methods = techniques.stream().map(Technique::code).sorted().collect(Collectors.joining(" "));
        var agreed = methods + ": " + String.join(" ", new TreeSet<>(regions));
        return refused.isEmpty() ? agreed : agreed + "; not " + String.join(" ", new TreeSet<>(refused));
    }
}
