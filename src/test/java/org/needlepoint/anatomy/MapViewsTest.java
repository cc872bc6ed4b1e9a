package org.needlepoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.MapViews.Choice;
import org.needlepoint.anatomy.MapViews.Drawn;
import org.needlepoint.anatomy.MapViews.DrawnZone;
import org.needlepoint.anatomy.MapViews.Felt;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.anatomy.PainRequest.Point;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.shared.Laterality;
import org.springframework.context.support.ResourceBundleMessageSource;

/// The body map over the real zones: none is out of reach, and what is drawn says the same as the list.
class MapViewsTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final Locale SPANISH = Locale.of("es");

    private final MapViews pages = new MapViews(KNOWLEDGE, Atlas.load(), messages());

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-bodymap");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private List<Choice> choices(List<Mark> marks, Locale locale) {
        return pages.groups(marks, locale).stream()
                .flatMap(group -> group.zones().stream())
                .toList();
    }

    private static List<DrawnZone> marked(Drawn view) {
        return view.zones().stream().filter(zone -> zone.felt() != null).toList();
    }

    @Test
    void every_zone_is_in_the_list_once_for_each_side() {
        var wanted = new ArrayList<String>();
        KNOWLEDGE.zones().forEach(zone -> {
            if (zone.sideable()) {
                wanted.addAll(List.of(zone.id() + ":R", zone.id() + ":L"));
            } else {
                wanted.add(zone.id() + ":M");
            }
        });
        assertThat(choices(List.of(), Locale.ENGLISH).stream().map(choice -> choice.id() + ":" + choice.side()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void every_place_that_can_be_touched_is_in_the_list_and_only_the_perineum_is_in_the_list_alone() {
        var listed = choices(List.of(), Locale.ENGLISH).stream()
                .map(choice -> choice.id() + ":" + choice.side())
                .collect(Collectors.toSet());
        var drawn = pages.views(List.of(), List.of(), Locale.ENGLISH).stream()
                .flatMap(view -> view.zones().stream())
                .map(DrawnZone::choice)
                .collect(Collectors.toSet());
        assertThat(listed).containsAll(drawn);
        assertThat(listed.stream().filter(choice -> !drawn.contains(choice))).containsOnly("perineum:M");
    }

    @Test
    void the_list_checks_what_is_marked_and_only_that() {
        var marks = List.of(new Mark("scapula", Laterality.R, 7, Quality.BURNING, true));
        assertThat(choices(marks, SPANISH).stream().filter(Choice::checked))
                .singleElement()
                .satisfies(choice -> {
                    assertThat(choice.id()).isEqualTo("scapula");
                    assertThat(choice.sideLabel()).isEqualTo("derecha");
                    assertThat(Objects.requireNonNull(choice.felt()))
                            .isEqualTo(new Felt(7, "burning", "A", true, "ardor, llega hasta aquí desde otro lugar"));
                });
        assertThat(pages.groups(marks, SPANISH).stream().map(MapViews.Group::marked))
                .containsExactly(0L, 0L, 1L, 0L, 0L, 0L);
    }

    @Test
    void marks_are_told_in_words_worst_first() {
        var marks = List.of(new Mark("calf", Laterality.L, 2), new Mark("sternum", Laterality.M, 8));
        assertThat(pages.marks(marks, Locale.ENGLISH).stream().map(MapViews.Marked::label))
                .containsExactly("Breastbone (sternum)", "Calf (left)");
    }

    @Test
    void the_body_is_drawn_from_four_sides_before_anything_from_near() {
        var views = pages.views(List.of(), List.of(), SPANISH);
        assertThat(views.stream().map(Drawn::id).limit(4)).containsExactly("front", "back", "left", "right");
        assertThat(views.stream().filter(Drawn::whole)).hasSize(4);
        assertThat(views).allSatisfy(view -> {
            assertThat(view.label()).doesNotContain("bodymap");
            assertThat(view.marked()).isFalse();
        });
    }

    @Test
    void a_place_is_as_bad_as_the_worst_that_is_said_of_it_on_its_own_side() {
        var marks = List.of(
                new Mark("scapula", Laterality.R, 3),
                new Mark("scapula", Laterality.B, 8, Quality.SHARP, false),
                new Mark("calf", Laterality.L, 0));
        var back = pages.views(marks, List.of(), Locale.ENGLISH).get(1);
        assertThat(marked(back).stream()
                        .collect(Collectors.toMap(
                                DrawnZone::choice,
                                zone -> Objects.requireNonNull(zone.felt()).pattern())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "scapula:R", "np-map-severe-sharp",
                        "scapula:L", "np-map-severe-sharp",
                        "calf:L", "np-map-none-plain"));
    }

    @Test
    void a_painted_shape_lies_on_its_own_view_alone() {
        var outline = new Outline(
                "back", List.of(new Point(300, 400), new Point(340, 400), new Point(340, 460)), 8, Quality.NUMB, true);
        var views = pages.views(List.of(), List.of(outline), Locale.ENGLISH);
        assertThat(views.get(1).outlines()).singleElement().satisfies(shape -> {
            assertThat(shape.path()).isEqualTo("M300.0 400.0L340.0 400.0L340.0 460.0Z");
            assertThat(shape.felt().pattern()).isEqualTo("np-map-severe-numb");
        });
        assertThat(views.stream().filter(Drawn::marked).map(Drawn::canvas)).containsOnly("back");
    }
}
