package org.needlepoint.anatomy.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a walk through all files has found: ids, references to them, and problems.
final class Findings {

    private record Place(String file, int line) {}

    private record Reference(String kind, String id, Place place) {}

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Map<String, Place>> ids = new TreeMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, List<String>> wordLists = new LinkedHashMap<>();

    List<Problem> problems() {
        return problems;
    }

    void report(String file, int line, String rule, String message) {
        problems.add(new Problem(file, line, rule, message));
    }

    void defines(String kind, String id, String file, int line) {
        var before = ids.computeIfAbsent(kind, _ -> new TreeMap<>()).putIfAbsent(id, new Place(file, line));
        if (before != null) {
            report(
                    file,
                    line,
                    "duplicate id",
                    kind + " " + id + " is already in " + before.file() + ":" + before.line());
        }
    }

    void refers(String kind, String id, String file, int line) {
        references.add(new Reference(kind, id, new Place(file, line)));
    }

    /// Notes that a schema allows exactly these words of a vocabulary.
    void usesWords(String vocabulary, List<String> words) {
        wordLists.put(vocabulary, words);
    }

    Map<String, List<String>> wordLists() {
        return wordLists;
    }

    /// Every id as a line of ids.txt: kind, space, id.
    Set<String> idLines() {
        var lines = new TreeSet<String>();
        ids.forEach((kind, places) -> places.keySet().forEach(id -> lines.add(kind + " " + id)));
        return lines;
    }

    String fileOf(String kind, String id) {
        var place = ids.getOrDefault(kind, Map.of()).get(id);
        return place == null ? "" : place.file();
    }

    int lineOf(String kind, String id) {
        var place = ids.getOrDefault(kind, Map.of()).get(id);
        return place == null ? 1 : place.line();
    }

    /// Reports every reference that leads nowhere; called when all files are read.
    void checkReferences() {
        for (var reference : references) {
            if (!ids.getOrDefault(reference.kind(), Map.of()).containsKey(reference.id())) {
                report(
                        reference.place().file(),
                        reference.place().line(),
                        "broken reference",
                        "there is no " + reference.kind() + " " + reference.id());
            }
        }
    }
}
