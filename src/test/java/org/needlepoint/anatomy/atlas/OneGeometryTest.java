package org.needlepoint.anatomy.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.atlas.Atlas.Near;
import org.needlepoint.anatomy.atlas.Atlas.View;
import org.needlepoint.anatomy.atlas.Atlas.ZoneShape;
import org.needlepoint.shared.Laterality;

/// The outlines of the zones on the views of the body.
class OneGeometryTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final Atlas ATLAS = Atlas.load();

    /// On two views, or where skin is seen from its edge, half a millimetre of rounding is left.
    private static final double ROUNDING = 0.01;

    @ParameterizedTest
    @ValueSource(strings = {"front", "back", "left", "right"})
    void every_zone_lies_inside_the_skin(String id) {
        var view = ATLAS.view(id).orElseThrow();
        var skin = Outlines.of(view.skin()).buffer(1);

        assertThat(view.zones()).isNotEmpty().allSatisfy(zone -> {
            var area = Outlines.of(zone.path());
            assertThat(area.difference(skin).getArea()).isLessThan(area.getArea() * ROUNDING);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"front", "back", "left", "right"})
    void no_two_zones_of_a_view_overlap_by_more_than_two_percent(String id) {
        var shapes = areas(ATLAS.view(id).orElseThrow());

        shapes.forEach((one, area) -> shapes.forEach((other, its) -> {
            if (!one.equals(other)) {
                assertThat(area.intersection(its).getArea())
                        .as(one + " and " + other)
                        .isLessThanOrEqualTo(Math.min(area.getArea(), its.getArea()) * 0.02);
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"front", "back"})
    void the_left_half_mirrors_the_right(String id) {
        var shapes = areas(ATLAS.view(id).orElseThrow());

        shapes.forEach((name, area) -> {
            if (name.endsWith(" R")) {
                var left = shapes.get(name.replace(" R", " L"));
                assertThat(Outlines.mirrored(area, id).symDifference(left).getArea())
                        .as(name)
                        .isLessThan(area.getArea() * 0.05);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"front", "back", "right"})
    void the_zones_of_a_view_leave_hardly_any_skin_without_a_name(String id) {
        var view = ATLAS.view(id).orElseThrow();
        var covered =
                areas(view).values().stream().mapToDouble(Geometry::getArea).sum();

        assertThat(covered / Outlines.of(view.skin()).getArea()).isBetween(0.93, 1.0);
    }

    @Test
    void the_point_of_a_zone_lies_well_inside_it() {
        for (var view : ATLAS.views()) {
            assertThat(view.zones())
                    .allSatisfy(zone -> assertThat(Outlines.of(zone.path())
                                    .buffer(-1)
                                    .contains(Outlines.GEOMETRY.createPoint(
                                            new org.locationtech.jts.geom.Coordinate(zone.x(), zone.y()))))
                            .as(view.id() + " " + zone.zone())
                            .isTrue());
        }
    }

    @Test
    void every_muscle_is_on_the_map_or_says_why_it_is_not() {
        assertThat(KNOWLEDGE.muscles()).allSatisfy(muscle -> {
            var shapes = ATLAS.muscle(muscle.id()).orElseThrow();
            assertThat(shapes.structures().isEmpty() && shapes.basis() == Atlas.Basis.MEASURED)
                    .isEqualTo(shapes.absent() != null);
        });
    }

    @Test
    void the_map_joins_no_muscle_that_the_knowledge_does_not_have() {
        assertThat(ATLAS.near())
                .extracting(Near::muscle)
                .allMatch(id -> KNOWLEDGE.muscle(id).isPresent());
    }

    @Test
    void a_muscle_that_the_map_shows_lies_near_some_zone() {
        var near = ATLAS.near().stream().map(Near::muscle).collect(Collectors.toSet());
        var shown = new HashSet<String>();
        KNOWLEDGE.muscles().forEach(muscle -> {
            if (ATLAS.muscle(muscle.id()).orElseThrow().absent() == null) {
                shown.add(muscle.id());
            }
        });

        assertThat(near).containsAll(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "frontalis,                      forehead",
        "temporalis,                     temple",
        "masseter-superficial,           jaw-angle",
        "sternocleidomastoid-sternal,    neck-anterior",
        "splenius-capitis,               neck-posterior",
        "trapezius-upper,                neck-base",
        "trapezius-upper,                suprascapular",
        "levator-scapulae,               neck-base",
        "supraspinatus,                  suprascapular",
        "infraspinatus,                  scapula",
        "deltoid-middle,                 shoulder-lateral",
        "deltoid-anterior,               shoulder-anterior",
        "pectoralis-major-sternocostal,  chest-upper",
        "rectus-abdominis,               epigastrium",
        "latissimus-dorsi,               thoracolumbar",
        "iliocostalis-lumborum,          lumbar",
        "quadratus-lumborum,             lumbar",
        "gluteus-medius,                 buttock-upper",
        "gluteus-maximus,                buttock-mid",
        "tensor-fasciae-latae,           hip-lateral",
        "rectus-femoris,                 thigh-anterior",
        "vastus-lateralis,               thigh-lateral",
        "biceps-femoris,                 thigh-posterior",
        "adductor-longus,                thigh-medial",
        "gastrocnemius-medial,           calf",
        "soleus,                         calf",
        "tibialis-anterior,              shin",
        "fibularis-longus,               leg-lateral",
        "biceps-brachii,                 arm-anterior",
        "triceps-long-head,              arm-posterior",
        "extensor-digitorum,             forearm-dorsal",
        "flexor-carpi-ulnaris,           forearm-ulnar",
        "opponens-pollicis,              thenar"
    })
    void a_superficial_muscle_lies_under_the_zone_where_everybody_looks_for_it(String muscle, String zone) {
        var here = ATLAS.near().stream()
                .filter(near -> near.muscle().equals(muscle))
                .sorted(Comparator.comparingDouble((Near near) -> near.ofMuscle() * near.ofZone())
                        .reversed())
                .map(Near::zone)
                .limit(4)
                .toList();

        assertThat(here).contains(zone);
    }

    @Test
    void zones_that_border_on_each_other_know_it_both_ways() {
        var beside = ATLAS.beside();

        assertThat(beside.get("calf")).contains("knee-posterior", "achilles").doesNotContain("heel", "thigh-posterior");
        beside.forEach((zone, others) -> assertThat(others)
                .allMatch(
                        other -> beside.getOrDefault(other, java.util.Set.of()).contains(zone)));
    }

    @Test
    void a_path_read_and_written_again_is_the_same_area() {
        var path = "M10 10l20 0 0 20 -20 0zM15 15l5 0 0 5 -5 0z";
        var area = Outlines.of(path);

        assertThat(area.getArea()).isEqualTo(375);
        assertThat(Outlines.of(Outlines.path(area)).getArea()).isCloseTo(375, within(0.001));
    }

    private static Map<String, Geometry> areas(View view) {
        return view.zones().stream().collect(Collectors.toMap(OneGeometryTest::name, zone -> Outlines.of(zone.path())));
    }

    private static String name(ZoneShape zone) {
        return zone.zone() + " " + (zone.side() == Laterality.M ? "M" : zone.side());
    }
}
