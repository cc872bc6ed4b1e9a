package org.needlepoint.anatomy;

import java.util.List;
import org.needlepoint.shared.Texts;

/// A structure that a needle must not meet.
public record Hazard(String id, Texts name, List<String> sources, Review review) {

    public Hazard {
        sources = List.copyOf(sources);
    }
}
