package org.needlepoint.anatomy.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.atlas.DrawnAreas.Area;
import org.needlepoint.anatomy.atlas.DrawnAreas.Place;
import org.needlepoint.anatomy.atlas.DrawnAreas.Point;
import org.needlepoint.anatomy.atlas.DrawnAreas.Shape;
import org.needlepoint.shared.Laterality;

class ComparingDrawingsTest {
    private final DrawnAreas areas = new DrawnAreas(Atlas.load());

    private Area marked(Place... places) {
        return areas.of(List.of(places), List.of());
    }

    private static Place right(String zone) {
        return new Place(zone, Laterality.R);
    }

    private static Shape square(double x, double y, double side) {
        return new Shape(
                "back",
                List.of(
                        new Point(x, y),
                        new Point(x + side, y),
                        new Point(x + side, y + side),
                        new Point(x, y + side)));
    }

    @Test
    void a_square_of_ten_centimetres_on_the_back_covers_a_hundred_square_centimetres() {
        var drawn = areas.of(List.of(), List.of(square(300, 500, 100)));
        assertThat(drawn.cm2()).isCloseTo(100, within(0.1));
        assertThat(drawn.percentOfFigure()).isBetween(0.5, 3.0);
    }

    @Test
    void what_is_painted_beyond_the_skin_does_not_count() {
        assertThat(areas.of(List.of(), List.of(square(0, 1500, 60))).cm2()).isZero();
    }

    @Test
    void the_same_drawing_twice_overlaps_wholly_and_another_place_not_at_all() {
        assertThat(marked(right("scapula")).overlap(marked(right("scapula")))).isCloseTo(1, within(1e-6));
        assertThat(marked(right("scapula")).overlap(marked(right("calf")))).isZero();
        assertThat(marked(right("scapula")).overlap(marked(new Place("scapula", Laterality.L))))
                .isZero();
    }

    @Test
    void pain_that_draws_back_to_half_overlaps_by_half() {
        var before = areas.of(List.of(), List.of(square(300, 500, 100)));
        var after = areas.of(
                List.of(),
                List.of(new Shape(
                        "back",
                        List.of(new Point(300, 500), new Point(350, 500), new Point(350, 600), new Point(300, 600)))));
        assertThat(before.overlap(after)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void a_place_that_is_marked_and_painted_counts_once() {
        var zone = marked(right("scapula"));
        var both = areas.of(List.of(right("scapula"), right("scapula")), List.of(square(430, 400, 5)));
        assertThat(both.cm2()).isCloseTo(zone.cm2(), within(0.3));
    }

    @Test
    void both_sides_are_twice_one_side() {
        assertThat(marked(new Place("scapula", Laterality.B)).cm2())
                .isCloseTo(2 * marked(right("scapula")).cm2(), within(8.0));
    }

    @Test
    void nothing_and_nothing_are_the_same_and_what_the_map_does_not_show_covers_nothing() {
        assertThat(marked().overlap(marked())).isEqualTo(1);
        assertThat(marked(new Place("perineum", Laterality.M)).cm2()).isZero();
        assertThat(marked().overlap(marked(right("scapula")))).isZero();
    }
}
