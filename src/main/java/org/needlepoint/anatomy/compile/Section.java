package org.needlepoint.anatomy.compile;

import java.util.List;
import java.util.Optional;

/// A kind of file in the knowledge folder, and the list it becomes in the compiled file.
///
/// @param key name of the list in the compiled file
/// @param path a file, or a folder (ending in a slash) with one file per thing
/// @param list the key in the file that holds the things, when one file holds many
record Section(String key, String path, String schema, Optional<String> list) {

    private static final List<Section> ALL = List.of(
            one("muscles", "anatomy/muscles/", "muscle"),
            many("groups", "anatomy/muscle-groups.yaml", "muscle-groups", "groups"),
            many("zones", "anatomy/zones.yaml", "zones", "zones"),
            many("conditions", "anatomy/prevalence.yaml", "prevalence", "conditions"),
            many("dermatomes", "anatomy/dermatomes.yaml", "dermatomes", "dermatomes"),
            many("movements", "anatomy/movements.yaml", "movements", "movements"),
            many("other_causes", "anatomy/other-causes.yaml", "other-causes", "causes"),
            one("ailments", "anatomy/conditions/", "condition"),
            many("hazards", "safety/hazards.yaml", "hazards", "hazards"),
            one("red_flags", "safety/red-flags/", "red-flag"),
            one("screening", "safety/screening/", "screening"),
            many("safety_facts", "safety/safety.yaml", "safety", "facts"),
            many("aftercare", "aftercare/", "aftercare", "advice"),
            one("watch", "aftercare/watch/", "watch"),
            one("lessons", "education/", "lesson"),
            one("scopes", "scope/", "scope"),
            many("sources", "sources.yaml", "sources", "sources"),
            many("vocabularies", "vocabulary.yaml", "vocabulary", "vocabularies"),
            one("releases", "release.yaml", "release"));

    static List<Section> all() {
        return ALL;
    }

    private static Section one(String key, String path, String schema) {
        return new Section(key, path, schema + ".schema.json", Optional.empty());
    }

    private static Section many(String key, String path, String schema, String list) {
        return new Section(key, path, schema + ".schema.json", Optional.of(list));
    }

    /// The section that a file belongs to; empty for a file that nobody would read.
    static Optional<Section> of(String file) {
        return ALL.stream()
                .filter(section -> section.path().endsWith("/")
                        ? file.startsWith(section.path())
                                && file.indexOf('/', section.path().length()) < 0
                        : file.equals(section.path()))
                .findFirst();
    }
}
