package org.needlepoint.anatomy.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.atlas.Atlas.Place;
import org.needlepoint.anatomy.atlas.Covering.Fault;
import org.needlepoint.anatomy.atlas.Covering.Refused;
import org.needlepoint.anatomy.atlas.Covering.Zones;
import org.needlepoint.shared.Laterality;

/// Shapes that somebody painted over the figure.
class FreehandPainTest {
    private static final Atlas ATLAS = Atlas.load();
    private static final Place RIGHT_CALF = new Place("calf", Laterality.R);
    private static final Place LEFT_CALF = new Place("calf", Laterality.L);

    @Test
    void a_shape_marks_the_zones_under_it_with_the_share_of_each() {
        // The back of the right leg, from below the knee to above the ankle.
        var shares = shares(square(380, 1360, 480, 1480));

        assertThat(shares.get(RIGHT_CALF)).isBetween(0.4, 0.6);
        assertThat(shares).doesNotContainKey(LEFT_CALF).doesNotContainKey(new Place("heel", Laterality.R));
    }

    @Test
    void a_shape_over_the_whole_body_covers_every_zone_of_the_view() {
        var shares = shares(square(-100, -100, 900, 1900));

        assertThat(shares).hasSize(ATLAS.view("back").orElseThrow().zones().size());
        assertThat(shares.values()).allSatisfy(share -> assertThat(share).isCloseTo(1, within(0.001)));
    }

    @Test
    void a_dot_means_the_zone_that_it_lies_on_however_large_the_zone() {
        assertThat(shares(square(430, 1420, 434, 1424))).containsOnlyKeys(RIGHT_CALF);
    }

    @Test
    void a_dot_between_zones_means_the_nearest() {
        // Between the legs, where the figure has skin and nothing can be marked.
        var covering = ATLAS.covering("front", square(345, 836, 349, 840));

        assertThat(covering)
                .isInstanceOfSatisfying(
                        Zones.class, zones -> assertThat(zones.shares()).hasSize(1));
    }

    @Test
    void a_line_that_crosses_itself_is_mended() {
        var bow = List.of(point(380, 1360), point(480, 1480), point(480, 1360), point(380, 1480));

        assertThat(shares(bow)).containsKey(RIGHT_CALF);
    }

    @Test
    void what_is_no_shape_on_the_body_is_refused_and_named() {
        assertThat(ATLAS.covering("back", square(5, 5, 20, 20))).isEqualTo(new Refused(Fault.OFF_THE_BODY));
        assertThat(ATLAS.covering("inside", square(5, 5, 20, 20))).isEqualTo(new Refused(Fault.UNKNOWN_VIEW));
        assertThat(ATLAS.covering("back", List.of(point(1, 1), point(2, 2))))
                .isEqualTo(new Refused(Fault.TOO_FEW_POINTS));
        assertThat(ATLAS.covering("back", List.of(point(1, 1), point(2, 2), point(Double.NaN, 2))))
                .isEqualTo(new Refused(Fault.NOT_NUMBERS));
    }

    @Test
    void a_shape_without_any_area_is_off_the_body() {
        assertThat(ATLAS.covering("back", List.of(point(430, 1400), point(430, 1400), point(430, 1400))))
                .isEqualTo(new Refused(Fault.OFF_THE_BODY));
    }

    @Test
    void a_place_on_two_views_counts_once() {
        var extent = new Extent(ATLAS);
        extent.paint(RIGHT_CALF, 0.5);
        extent.paint(RIGHT_CALF, 0.3);

        assertThat(extent.cm2()).isEqualTo(ATLAS.areaCm2("calf", Laterality.R) / 2);
        assertThat(extent.percent()).isBetween(0.3, 3.0);
    }

    @Test
    void the_whole_body_is_a_hundred_percent() {
        var extent = new Extent(ATLAS);
        for (var view : ATLAS.views()) {
            view.zones().forEach(zone -> extent.paint(new Place(zone.zone(), zone.side()), 1));
        }

        assertThat(extent.percent()).isCloseTo(100, within(0.001));
    }

    @Test
    void two_drawings_overlap_by_what_they_share_over_what_either_has() {
        var right = new Extent(ATLAS);
        right.paint(RIGHT_CALF, 1);
        var both = new Extent(ATLAS);
        both.paint(RIGHT_CALF, 1);
        both.paint(LEFT_CALF, 1);
        var left = new Extent(ATLAS);
        left.paint(LEFT_CALF, 1);

        assertThat(right.overlap(right)).isEqualTo(1);
        assertThat(right.overlap(both)).isCloseTo(0.5, within(0.02));
        assertThat(right.overlap(left)).isZero();
        assertThat(new Extent(ATLAS).overlap(new Extent(ATLAS))).isEqualTo(1);
    }

    private static Map<Place, Double> shares(List<double[]> shape) {
        return ((Zones) ATLAS.covering("back", shape)).shares();
    }

    private static double[] point(double x, double y) {
        return new double[] {x, y};
    }

    private static List<double[]> square(double left, double top, double right, double bottom) {
        return List.of(point(left, top), point(right, top), point(right, bottom), point(left, bottom));
    }
}
