package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.Structure;
import org.springframework.stereotype.Component;

/// Which structure of the map is which muscle of the knowledge: one structure may be several, such as the two heads of
/// sternocleidomastoid, and a muscle may have several structures or none.
@Component
public class MappedMuscles {
    private final Map<String, List<Muscle>> muscles = new HashMap<>();

    MappedMuscles(Knowledge knowledge, Atlas atlas) {
        for (var muscle : knowledge.muscles()) {
            if (muscle.replacedBy() == null) {
                atlas.muscle(muscle.id()).stream()
                        .flatMap(shapes -> shapes.structures().stream())
                        .forEach(structure -> muscles.computeIfAbsent(structure, _ -> new ArrayList<>())
                                .add(muscle));
            }
        }
    }

    /// The muscles that a structure is, as the knowledge lists them; empty for what is no muscle or is not known.
    public List<Muscle> of(Structure structure) {
        return List.copyOf(muscles.getOrDefault(structure.id().replaceFirst("-[rl]$", ""), List.of()));
    }
}
