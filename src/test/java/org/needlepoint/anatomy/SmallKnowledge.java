package org.needlepoint.anatomy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Knowledge of a few made-up muscles, so that a test can say everything that matters to it.
final class SmallKnowledge {
    private static final String UNREVIEWED = "{\"status\":\"unreviewed\",\"by\":[],\"on\":null,\"es\":\"unreviewed\"}";

    private final List<String> zones = new ArrayList<>();
    private final List<String> muscles = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> dermatomes = new ArrayList<>();
    private final List<String> movements = new ArrayList<>();

    SmallKnowledge zones(String... ids) {
        for (var id : ids) {
            zones.add("""
                    {"id":"%s","name":{"en":"x","es":"x"},"view":"anterior","sideable":%s,"part_of":"x","sources":["s"],"review":%s}
                    """.formatted(id, !id.startsWith("mid"), UNREVIEWED));
        }
        return this;
    }

    /// A paired muscle with rows such as `temple primary read`.
    SmallKnowledge muscle(String id, String... rows) {
        return muscle(id, "paired", rows);
    }

    SmallKnowledge muscle(String id, String side, String[] rows) {
        var patterns = new ArrayList<String>();
        for (var row : rows) {
            var words = row.split(" ", -1);
            patterns.add("""
                    {"zone":"%s","strength":"%s","evidence":"%s","sources":["%s-source"]}
                    """.formatted(words[0], words[1], words[2], id));
        }
        muscles.add("""
                {"id":"%s","name":{"en":"x","es":"x"},"latin":{"name":"x","sources":["s"]},"synonyms":{"en":[],"es":[]},"order":%d,
                 "side":"%s","region":"x","innervation":{"nerve":"x","roots":[],"sources":["s"]},"actions":{"does":["x"],"sources":["s"]},
                 "hazards":{"near":["pleura"],"sources":["s"]},"patterns":%s,"review":%s}
                """.formatted(id, muscles.size() + 1, side, patterns, UNREVIEWED));
        return this;
    }

    /// A study of a condition: a finding is a piece of JSON.
    SmallKnowledge condition(String name, String... findings) {
        conditions.add("""
                {"id":"c%d","name":"%s","also":[],"comparison":false,"findings":%s,"review":%s}
                """.formatted(conditions.size(), name, List.of(findings), UNREVIEWED));
        return this;
    }

    SmallKnowledge dermatome(String root, String... zones) {
        dermatomes.add("""
                {"root":"%s","zones":%s,"evidence":"unread","sources":["s"],"review":%s}
                """.formatted(root, quoted(zones), UNREVIEWED));
        return this;
    }

    SmallKnowledge movement(String id, String... muscles) {
        movements.add("""
                {"id":"%s","name":{"en":"x","es":"x"},"muscles":%s,"sources":["s"],"review":%s}
                """.formatted(id, quoted(muscles), UNREVIEWED));
        return this;
    }

    private static List<String> quoted(String... words) {
        return Stream.of(words).map(word -> "\"" + word + "\"").toList();
    }

    Knowledge read() {
        var json = """
                {"hash":"h","muscles":%s,"groups":[],"zones":%s,"conditions":%s,"dermatomes":%s,"movements":%s,"other_causes":[],"ailments":[],"hazards":[],"red_flags":[],"screening":[],
                 "safety_facts":[],"aftercare":[],"watch":[],"lessons":[],"scopes":[],"sources":[],"vocabularies":[],
                 "releases":[{"release":"0.0.1","licence":"CC-BY-4.0","credits":["x"]}]}
                """.formatted(muscles, zones, conditions, dermatomes, movements);
        return Knowledge.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
