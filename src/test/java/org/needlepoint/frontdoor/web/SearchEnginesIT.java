package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a practice's page tells machines.
@IntegrationTest
@ActiveProfiles("demo")
class SearchEnginesIT {
    private static final Pattern BLOCK =
            Pattern.compile("<script type=\"application/ld\\+json\"[^>]*>(.*?)</script>", Pattern.DOTALL);
    private static final Path VOCABULARY = Path.of("../shared/samples/schemaorg/schemaorg-30.0-current-https.jsonld");
    private static final String SCHEMA = "https://schema.org/";

    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    private JsonNode block(String slug, String language) {
        var page = new Visitor(port).with("lang", language).get("/p/" + slug).body();
        var block = BLOCK.matcher(page);
        assertThat(block.find()).isTrue();
        var read = json.readTree(block.group(1));
        assertThat(block.find()).as("a second block").isFalse();
        return read;
    }

    private record Vocabulary(Map<String, Set<String>> parents, Map<String, Set<String>> domains, Set<String> ids) {
        boolean has(String type, String property) {
            var domain = domains.getOrDefault(property, Set.of());
            return domain.contains(type)
                    || parents.getOrDefault(type, Set.of()).stream().anyMatch(parent -> has(parent, property));
        }
    }

    private Vocabulary vocabulary() throws java.io.IOException {
        assumeTrue(Files.exists(VOCABULARY), "schema.org's vocabulary is not beside the project: " + VOCABULARY);
        var vocabulary = new Vocabulary(new HashMap<>(), new HashMap<>(), new HashSet<>());
        for (var term : json.readTree(Files.readString(VOCABULARY)).get("@graph")) {
            var id = name(term.get("@id").asString());
            vocabulary.ids().add(id);
            var type = term.get("@type").toString();
            if (type.contains("\"rdfs:Class\"")) {
                vocabulary.parents().put(id, references(term.get("rdfs:subClassOf")));
            }
            if (type.contains("\"rdf:Property\"")) {
                vocabulary.domains().put(id, references(term.get("schema:domainIncludes")));
            }
        }
        return vocabulary;
    }

    private static Set<String> references(JsonNode node) {
        var found = new HashSet<String>();
        if (node != null) {
            (node.isArray() ? node.values() : List.of(node))
                    .forEach(each -> found.add(name(each.get("@id").asString())));
        }
        return found;
    }

    private static String name(String id) {
        return id.replaceFirst("^schema:", "");
    }

    private void check(JsonNode node, Vocabulary vocabulary, List<String> faults) {
        if (node.isArray()) {
            node.values().forEach(each -> check(each, vocabulary, faults));
        }
        if (!node.isObject()) {
            return;
        }
        var types = new ArrayList<String>();
        var type = node.get("@type");
        (type.isArray() ? type.values() : List.of(type)).forEach(each -> types.add(each.asString()));
        types.stream()
                .filter(each -> !vocabulary.parents().containsKey(each))
                .forEach(each -> faults.add("no type " + each));
        for (var property : node.properties()) {
            if (!property.getKey().startsWith("@")
                    && types.stream().noneMatch(each -> vocabulary.has(each, property.getKey()))) {
                faults.add("no property " + property.getKey() + " of " + types);
            }
            if (property.getKey().equals("dayOfWeek")
                    && !vocabulary.ids().contains(property.getValue().asString().substring(SCHEMA.length()))) {
                faults.add("no day " + property.getValue());
            }
            check(property.getValue(), vocabulary, faults);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lakeview", "harbor-needling", "capital-pain", "northside-ims", "riverside-sports"})
    void understand_every_word(String slug) throws java.io.IOException {
        var vocabulary = vocabulary();
        var faults = new ArrayList<String>();
        check(block(slug, "en"), vocabulary, faults);
        check(block(slug, "es"), vocabulary, faults);
        assertThat(faults).isEmpty();
    }

    private static List<String> hours(JsonNode specifications) {
        return specifications.values().stream()
                .map(each -> (each.has("dayOfWeek")
                                ? each.get("dayOfWeek").asString().substring(SCHEMA.length())
                                : each.get("validFrom").asString() + "/"
                                        + each.get("validThrough").asString())
                        + " " + each.get("opens").asString() + "-"
                        + each.get("closes").asString())
                .toList();
    }

    /// As in the demo's file of a practice that no other test changes: whenever one of its two practitioners works.
    @Test
    void learn_when_the_practice_is_open_in_the_week_and_on_holidays() {
        var practice = block("northside-ims", "en");
        assertThat(hours(practice.get("openingHoursSpecification")))
                .containsExactly(
                        "Monday 09:00-20:00",
                        "Tuesday 09:00-20:00",
                        "Wednesday 11:00-19:00",
                        "Thursday 09:00-20:00",
                        "Friday 08:00-16:00",
                        "Saturday 09:00-13:00");
        assertThat(hours(practice.get("specialOpeningHoursSpecification")))
                .containsExactly(
                        "2026-12-24/2026-12-24 09:00-13:00",
                        "2026-12-25/2026-12-25 00:00-00:00",
                        "2026-12-31/2026-12-31 09:00-13:00",
                        "2027-01-01/2027-01-01 00:00-00:00");
    }
}
