package org.needlepoint.charting.examination.web;

import java.util.Locale;
import org.needlepoint.anatomy.atlas.Structure;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// What structures of the reference body are called. Those without a name in our own words keep the atlas's, in
/// English.
@Component
class StructureWords {
    private final MappedMuscles mapped;
    private final Tell tell;

    StructureWords(MappedMuscles mapped, Tell tell) {
        this.mapped = mapped;
        this.tell = tell;
    }

    /// "Levator scapulae, right".
    String label(Structure structure, Locale locale) {
        var name = name(structure, locale);
        return structure.side() == Laterality.M
                ? name
                : tell.it("examination.sided", locale, name, tell.side(structure.side(), locale));
    }

    /// "Levator scapulae".
    String name(Structure structure, Locale locale) {
        var muscles = mapped.of(structure);
        var name = muscles.size() == 1
                ? muscles.getFirst().name().in(locale)
                : tell.or("structure." + structure.nameKey(), structure.name(), locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /// "artery".
    String kind(Structure structure, Locale locale) {
        return tell.it("examination.kind." + structure.kind().word(), locale);
    }
}
