package org.needlepoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.shared.Laterality;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The body map over the real zones: none is out of reach, and what is drawn says the same as the list.
class BodyMapTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final BodyMap MAP = BodyMap.load();
    private static final Locale SPANISH = Locale.of("es");

    private final MapViews pages = new MapViews(KNOWLEDGE, MAP, messages());

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-bodymap");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static JsonNode zonesByRegion() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Path.of("bodymap/zones-by-region.json")));
    }

    @Test
    void every_zone_but_the_perineum_lies_in_a_region_and_no_region_names_an_unknown_zone() throws IOException {
        var reached = new TreeSet<String>();
        for (var view : zonesByRegion()) {
            view.forEach(region -> region.forEach(zone -> reached.add(zone.asString())));
        }
        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(KNOWLEDGE.zones().stream()
                        .filter(zone -> zone.replacedBy() == null)
                        .map(Zone::id)
                        .filter(zone -> !zone.equals("perineum"))
                        .toList());
    }

    @Test
    void every_zone_is_in_the_list_once_for_each_side() {
        var listed = pages.groups(List.of(), Locale.ENGLISH).stream()
                .flatMap(group -> group.zones().stream())
                .map(choice -> choice.id() + ":" + choice.side())
                .toList();
        var wanted = new ArrayList<String>();
        KNOWLEDGE.zones().forEach(zone -> {
            if (zone.sideable()) {
                wanted.addAll(List.of(zone.id() + ":R", zone.id() + ":L"));
            } else {
                wanted.add(zone.id() + ":M");
            }
        });
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void the_list_checks_what_is_marked_and_only_that() {
        var groups = pages.groups(List.of(new Mark("scapula", Laterality.R, 7)), SPANISH);
        assertThat(groups.stream().flatMap(group -> group.zones().stream()).filter(MapViews.Choice::checked))
                .singleElement()
                .satisfies(choice -> {
                    assertThat(choice.id()).isEqualTo("scapula");
                    assertThat(choice.side()).isEqualTo("R");
                    assertThat(choice.sideLabel()).isEqualTo("derecha");
                    assertThat(Objects.requireNonNull(choice.felt()).intensity())
                            .isEqualTo(7);
                });
        assertThat(groups.stream().map(MapViews.Group::marked)).containsExactly(0L, 0L, 1L, 0L, 0L, 0L);
    }

    @Test
    void marks_are_told_in_words_worst_first() {
        var marks = List.of(new Mark("calf", Laterality.L, 2), new Mark("sternum", Laterality.M, 8));
        assertThat(pages.marks(marks, Locale.ENGLISH).stream().map(MapViews.Marked::label))
                .containsExactly("Breastbone (sternum)", "Calf (left)");
    }
}
