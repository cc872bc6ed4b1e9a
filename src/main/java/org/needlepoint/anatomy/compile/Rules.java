package org.needlepoint.anatomy.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.needlepoint.anatomy.compile.Node.Entry;
import org.needlepoint.anatomy.compile.Node.Mapping;

/// What must hold in the knowledge files beyond what a schema can say.
final class Rules {

    private static final String GO_ON = "You can go on.";

    private final Findings findings;

    Rules(Findings findings) {
        this.findings = findings;
    }

    /// Checks one file by itself.
    void check(Section section, YamlFile file) {
        checkReview(file);
        var content = file.content();
        switch (section.key()) {
            case "muscles" -> {
                checkFileName(file);
                checkPatterns(file);
            }
            case "red_flags" -> {
                checkFileName(file);
                checkRange(file.name(), content, "age_min", "age_max");
                checkInstruction(file);
            }
            case "ailments", "scopes" -> checkFileName(file);
            case "lessons" -> {
                checkFileName(file);
                checkChoices(file);
            }
            case "screening" -> {
                checkFileName(file);
                checkRegion(file);
            }
            case "conditions" -> content.mappings("conditions").forEach(condition -> checkFindings(file, condition));
            case "aftercare" ->
                content.mappings("advice").forEach(advice -> checkRange(file.name(), advice, "from_hours", "to_hours"));
            case "watch" -> {
                checkFileName(file);
                checkAsked(file);
            }
            case "sources" -> checkSorted(file);
            default -> {}
        }
    }

    private void checkReview(YamlFile file) {
        if (!(file.content().get("review").orElse(null) instanceof Mapping review)) {
            return;
        }
        var signed = "reviewed".equals(review.text("status").orElse(""))
                || "reviewed".equals(review.text("es").orElse(""));
        if (signed && (review.texts("by").isEmpty() || review.text("on").isEmpty())) {
            findings.report(file.name(), review.line(), "review", "reviewed needs a name in by and a date in on");
        }
    }

    private void checkFileName(YamlFile file) {
        var id = file.content().text("id").orElse("");
        if (!file.name().endsWith("/" + id + ".yaml")) {
            findings.report(
                    file.name(),
                    line(file.content(), "id"),
                    "file name",
                    "the file of " + id + " must be named " + id + ".yaml");
        }
    }

    private void checkChoices(YamlFile file) {
        if (!(file.content().get("check").orElse(null) instanceof Mapping check)) {
            return;
        }
        var right = check.mappings("choices").stream()
                .filter(choice -> "true".equals(choice.text("right").orElse("")))
                .count();
        if (right != 1) {
            findings.report(file.name(), check.line(), "choices", "exactly one choice is right, not " + right);
        }
    }

    private void checkPatterns(YamlFile file) {
        var seen = new HashSet<List<String>>();
        for (var pattern : file.content().mappings("patterns")) {
            var key = List.of(
                    pattern.text("zone").orElse(""), pattern.text("point").orElse(""));
            if (!seen.add(key)) {
                findings.report(
                        file.name(),
                        pattern.line(),
                        "duplicate pattern",
                        "zone " + key.getFirst() + " twice for the same point");
            }
        }
    }

    private void checkRange(String file, Mapping mapping, String from, String to) {
        var low = mapping.text(from).map(Double::parseDouble);
        var high = mapping.text(to).map(Double::parseDouble);
        if (low.isPresent() && high.isPresent() && low.get() > high.get()) {
            findings.report(file, line(mapping, from), "reversed range", from + " is above " + to);
        }
    }

    /// A person may be told to go on exactly when the level says so.
    private void checkInstruction(YamlFile file) {
        var content = file.content();
        var tell = "tell-practitioner".equals(content.text("level").orElse(""));
        var says = content.get("instruction").orElse(null) instanceof Mapping texts
                ? texts.text("en").orElse("")
                : "";
        if (tell != says.startsWith(GO_ON)) {
            findings.report(
                    file.name(),
                    line(content, "instruction"),
                    "level and instruction",
                    "\"" + GO_ON + "\" belongs to tell-practitioner and to no other level");
        }
    }

    private void checkRegion(YamlFile file) {
        var content = file.content();
        var effect = content.text("effect").orElse("");
        var none = "none".equals(content.text("region_rule").orElse(""));
        if (("stop-region".equals(effect) && none) || ("stop".equals(effect) && !none)) {
            findings.report(
                    file.name(),
                    line(content, "region_rule"),
                    "region",
                    "stop-region needs a region and stop has none");
        }
    }

    /// A question that nothing sets off would never be asked.
    private void checkAsked(YamlFile file) {
        var content = file.content();
        if (content.texts("hazards").isEmpty() && content.texts("techniques").isEmpty()) {
            findings.report(file.name(), line(content, "hazards"), "never asked", "name a hazard or a technique");
        }
    }

    private void checkFindings(YamlFile file, Mapping condition) {
        for (var finding : condition.mappings("findings")) {
            if (finding.get("muscle").isPresent() == finding.get("group").isPresent()) {
                findings.report(file.name(), finding.line(), "finding", "a finding names a muscle or a group");
            }
        }
    }

    private void checkSorted(YamlFile file) {
        var last = "";
        for (var source : file.content().mappings("sources")) {
            var id = source.text("id").orElse("");
            if (id.compareTo(last) < 0) {
                findings.report(file.name(), source.line(), "sorted", id + " must stand before " + last);
            }
            last = id;
        }
    }

    /// Checks what concerns all files together.
    void checkWhole(Map<Section, List<YamlFile>> files, List<String> permanentIds) {
        files.forEach(this::checkOrder);
        checkEvidence(files);
        checkCauses(files);
        checkWords(files);
        checkPermanent(permanentIds);
    }

    private void checkOrder(Section section, List<YamlFile> files) {
        var seen = new HashMap<String, String>();
        for (var file : files) {
            for (var thing : things(section, file)) {
                var order = thing.text("order");
                var before = order.isEmpty() ? null : seen.putIfAbsent(order.get(), file.name());
                if (before != null) {
                    findings.report(
                            file.name(),
                            line(thing, "order"),
                            "duplicate order",
                            order.get() + " is also in " + before);
                }
            }
        }
    }

    /// A claim that calls itself read must cite a source that somebody has read.
    private void checkEvidence(Map<Section, List<YamlFile>> files) {
        var unread = new HashSet<String>();
        things(files, "sources").stream()
                .filter(source -> "U".equals(source.text("grade").orElse("")))
                .forEach(source -> unread.add(source.text("id").orElse("")));
        files.forEach((section, list) -> list.forEach(file -> {
            for (var thing : things(section, file)) {
                checkEvidence(file, thing, unread);
                thing.mappings("patterns").forEach(pattern -> checkEvidence(file, pattern, unread));
                thing.mappings("professions").forEach(profession -> checkEvidence(file, profession, unread));
            }
        }));
    }

    private void checkEvidence(YamlFile file, Mapping claim, Set<String> unread) {
        var sources = claim.texts("sources");
        if ("read".equals(claim.text("evidence").orElse("")) && !sources.isEmpty() && unread.containsAll(sources)) {
            findings.report(file.name(), claim.line(), "evidence", "says read, but nobody has read any of its sources");
        }
    }

    /// What a condition could be instead must hurt where the condition does.
    private void checkCauses(Map<Section, List<YamlFile>> files) {
        var zones = new HashMap<String, List<String>>();
        things(files, "other_causes")
                .forEach(cause -> zones.put(cause.text("id").orElse(""), cause.texts("zones")));
        files.forEach((section, list) -> {
            if (section.key().equals("ailments")) {
                list.forEach(file -> checkCauses(file, zones));
            }
        });
    }

    private void checkCauses(YamlFile file, Map<String, List<String>> zones) {
        var content = file.content();
        for (var cause : content.texts("causes")) {
            var felt = zones.get(cause);
            if (felt != null && felt.stream().noneMatch(content.texts("zones")::contains)) {
                findings.report(
                        file.name(),
                        line(content, "causes"),
                        "cause elsewhere",
                        cause + " is felt in none of the zones");
            }
        }
    }

    private void checkWords(Map<Section, List<YamlFile>> files) {
        var meanings = new HashMap<String, Mapping>();
        things(files, "vocabularies")
                .forEach(list -> meanings.put(list.text("id").orElse(""), list));
        findings.wordLists().forEach((vocabulary, words) -> {
            var list = Optional.ofNullable(meanings.get(vocabulary));
            var listed = new TreeSet<String>();
            list.ifPresent(found -> found.mappings("words")
                    .forEach(word -> listed.add(word.text("word").orElse(""))));
            if (!listed.equals(new TreeSet<>(words))) {
                findings.report(
                        "vocabulary.yaml",
                        list.map(Mapping::line).orElse(1),
                        "vocabulary",
                        vocabulary + " lists " + listed + ", the schemas allow " + new TreeSet<>(words));
            }
        });
    }

    private void checkPermanent(List<String> lines) {
        var now = findings.idLines();
        var listed = new HashSet<String>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            listed.add(line);
            if (!now.contains(line)) {
                findings.report(
                        "ids.txt", i + 1, "vanished id", line + " was published once; keep it and mark it replaced_by");
            }
        }
        for (var id : now) {
            if (!listed.contains(id)) {
                var space = id.indexOf(' ');
                var kind = id.substring(0, space);
                var name = id.substring(space + 1);
                findings.report(
                        findings.fileOf(kind, name),
                        findings.lineOf(kind, name),
                        "new id",
                        "add \"" + id + "\" to ids.txt");
            }
        }
    }

    private static List<Mapping> things(Map<Section, List<YamlFile>> files, String key) {
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().key().equals(key))
                .flatMap(entry -> entry.getValue().stream().flatMap(file -> things(entry.getKey(), file).stream()))
                .toList();
    }

    /// The things of a file: itself, or the members of its list.
    static List<Mapping> things(Section section, YamlFile file) {
        return section.list().map(list -> file.content().mappings(list)).orElseGet(() -> List.of(file.content()));
    }

    private static int line(Mapping mapping, String key) {
        return Optional.ofNullable(mapping.entries().get(key)).map(Entry::line).orElse(mapping.line());
    }
}
