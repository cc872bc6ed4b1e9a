package org.needlepoint.anatomy.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.needlepoint.shared.Laterality;

/// What a needle meets in the reference body: the order, and never a depth (rule C1).
class RuleC1ZonesNotDepthsTest {
    private static final double ENOUGH_LOOKUPS = 20_000;

    private final NeedleEye eye = NeedleEye.ofReferenceBody();

    @Test
    void over_the_rhomboid_the_needle_meets_trapezius_then_rhomboid_and_then_the_lung() {
        assertThat(names(site("rhomboid-major").line().through()))
                .containsSubsequence(
                        "ascending part of trapezius", "rhomboid major", "pleura and lung (modelled thoracic cavity)");
    }

    @Test
    void the_same_upper_trapezius_ends_at_a_vertebra_or_in_the_lung_by_the_direction_of_the_needle() {
        assertThat(site("upper-trapezius-mid-belly").line().hazards()).isEmpty();
        assertThat(names(site("upper-trapezius-forward").line().hazards())).containsExactly("brachial plexus");
        assertThat(names(site("upper-trapezius-forward-and-down").line().hazards()))
                .containsExactly("pleura and lung (modelled thoracic cavity)");
    }

    @Test
    void over_the_shoulder_blade_bone_backs_the_infraspinatus() {
        assertThat(names(site("infraspinatus").line().through())).startsWith("infraspinatus", "scapula");
    }

    @Test
    void a_line_without_a_hazard_still_names_what_lies_beside_it() {
        var line = site("sternocleidomastoid-mid").line();
        assertThat(line.hazards()).isEmpty();
        assertThat(names(line.beside())).contains("internal jugular vein, neck course", "vertebral artery");
    }

    @Test
    void there_are_67_usual_sites_on_both_sides_but_for_one_measured_on_the_right_alone() {
        assertThat(eye.sites().stream().map(NeedleSite::id).distinct()).hasSize(67);
        assertThat(eye.sites()).hasSize(133);
        assertThat(new HashSet<>(eye.sites().stream()
                        .map(site -> site.id() + site.side())
                        .toList()))
                .hasSize(133);
        assertThat(eye.site("sartorius", Laterality.R)).isPresent();
        assertThat(eye.site("sartorius", Laterality.L)).isEmpty();
    }

    @Test
    void every_site_meets_the_muscle_it_is_named_for() {
        assertThat(eye.sites())
                .allSatisfy(site -> assertThat(site.line().muscles()).contains(site.target()));
    }

    @Test
    void a_point_between_two_measured_lines_is_answered_by_the_nearest() {
        var line = eye.lookup("back", 441, 402).orElseThrow();
        assertThat(List.of(line.x(), line.y())).containsExactly(445.0, 405.0);
        assertThat(line.muscles().getFirst().name()).isEqualTo("infraspinatus");
    }

    @Test
    void a_point_off_the_body_has_no_line() {
        assertThat(eye.lookup("back", 10, 10)).isEmpty();
        assertThat(eye.lookup("back", -1e9, 1e9)).isEmpty();
        assertThat(eye.lookup("back", Double.NaN, 300)).isEmpty();
        assertThat(eye.lookup("sole-r", 40, 40)).isEmpty();
    }

    @Test
    void hazards_beside_a_line_are_named_nearest_first_and_are_not_on_it() {
        for (var line : everyLine()) {
            assertThat(line.beside()).allMatch(each -> each.kind().hazard());
        }
    }

    @Test
    void what_the_project_drew_itself_says_so() {
        var bases = everyLine().stream()
                .flatMap(line -> Stream.concat(line.through().stream(), line.beside().stream()))
                .distinct()
                .collect(Collectors.groupingBy(
                        Structure::basis, Collectors.mapping(Structure::name, Collectors.toSet())));
        assertThat(bases.get(Atlas.Basis.MODELLED)).containsExactly("pleura and lung (modelled thoracic cavity)");
        assertThat(bases.get(Atlas.Basis.CONSTRUCTED)).contains("latissimus dorsi", "sciatic nerve");
        assertThat(bases.get(Atlas.Basis.MEASURED)).contains("trachea", "femoral artery");
    }

    @Test
    void no_line_carries_a_figure_that_could_be_taken_for_a_depth() {
        assertThat(Arrays.stream(NeedleLine.class.getRecordComponents()).map(part -> part.getName()))
                .containsExactly("view", "x", "y", "through", "beside");
        assertThat(Arrays.stream(Structure.class.getRecordComponents()).map(part -> part.getName()))
                .containsExactly("id", "name", "side", "kind", "basis");
    }

    @Test
    void a_look_up_takes_well_under_a_millisecond() {
        everyLine();
        var start = System.nanoTime();
        var found = 0;
        for (var i = 0; i < ENOUGH_LOOKUPS; i++) {
            found += eye.lookup("back", 200 + i % 300, 100 + i % 1500).isPresent() ? 1 : 0;
        }
        var each = (System.nanoTime() - start) / ENOUGH_LOOKUPS / 1e6;
        assertThat(found).isPositive();
        assertThat(each).as("milliseconds a look-up").isLessThan(0.25);
    }

    private List<NeedleLine> everyLine() {
        var lines = new ArrayList<NeedleLine>();
        for (var view : List.of("front", "back", "left", "right")) {
            for (var x = 5; x < 700; x += 10) {
                for (var y = 5; y < 1740; y += 10) {
                    eye.lookup(view, x, y).ifPresent(lines::add);
                }
            }
        }
        assertThat(lines).hasSizeGreaterThan(14_000);
        return lines;
    }

    private NeedleSite site(String id) {
        return eye.site(id, Laterality.R).orElseThrow();
    }

    private static List<String> names(List<Structure> structures) {
        return structures.stream().map(Structure::name).toList();
    }
}
