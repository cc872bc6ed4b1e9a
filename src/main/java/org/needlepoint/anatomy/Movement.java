package org.needlepoint.anatomy;

import java.util.List;
import org.needlepoint.shared.Texts;

/// A movement as a person would say it, with the muscles that do it.
///
/// @param id of the controlled list, such as `flex-elbow`
/// @param muscles ids of those whose own actions name the movement; helpers that their texts leave out are missing
public record Movement(String id, Texts name, List<String> muscles, List<String> sources, Review review) {

    public Movement {
        muscles = List.copyOf(muscles);
        sources = List.copyOf(sources);
    }
}
