package org.needlepoint.anatomy;

import java.util.List;

/// Muscles that studies report together.
///
/// @param members muscle ids; empty where a study reports a whole region only
public record MuscleGroup(String id, List<String> members, List<String> sources, Review review) {

    public MuscleGroup {
        members = List.copyOf(members);
        sources = List.copyOf(sources);
    }
}
