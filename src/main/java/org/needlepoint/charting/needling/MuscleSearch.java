package org.needlepoint.charting.needling;

import java.util.List;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.NameSearch;
import org.springframework.stereotype.Component;

/// Finds muscles by what a practitioner types: any name, in English, Spanish or Latin, or an everyday one ("QL", "upper
/// traps"), whole or begun, its words in any order.
@Component
public final class MuscleSearch {
    private final NameSearch<Muscle> search;

    MuscleSearch(Knowledge knowledge) {
        search = new NameSearch<>(
                knowledge.muscles().stream()
                        .filter(muscle -> muscle.replacedBy() == null)
                        .toList(),
                Muscle::names);
    }

    /// Best first: the name itself, names that begin so, names whose words begin so; within these from head to foot.
    ///
    /// @param limit how many at most, 1 or more
    public List<Muscle> find(String typed, int limit) {
        return search.find(typed, limit);
    }
}
