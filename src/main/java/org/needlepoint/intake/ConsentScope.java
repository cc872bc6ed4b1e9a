package org.needlepoint.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What somebody is about to agree to.
///
/// @param areas      one at least
/// @param techniques one at least
public record ConsentScope(Set<BodyArea> areas, Set<Technique> techniques) {
    public ConsentScope {
        if (areas.isEmpty() || techniques.isEmpty()) {
            throw new IllegalArgumentException("a consent names an area and a technique");
        }
        areas = Set.copyOf(areas);
        techniques = Set.copyOf(techniques);
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
        return areas.stream().flatMap(area -> area.regions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// What the signed document says for the record. The row of a consent must say the same.
    static String record(Set<String> regions, Set<Technique> techniques) {
        var methods = techniques.stream().map(Technique::code).sorted().collect(Collectors.joining(" "));
        return methods + ": " + String.join(" ", new TreeSet<>(regions));
    }
}
