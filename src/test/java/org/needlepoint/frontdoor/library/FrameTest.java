package org.needlepoint.frontdoor.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {
    private static final String WHOLE = "0 0 700 1740";

    @Test
    void shows_a_small_place_with_its_surroundings() {
        assertThat(new Frame().with("M300 800l20 0 0 10 -20 0z").box(WHOLE)).isEqualTo("164 545 291 520");
    }

    @Test
    void stays_on_the_figure() {
        assertThat(new Frame().with("M340 20l20 0 0 10z").box(WHOLE)).startsWith("204 0 ");
        assertThat(new Frame().with("M340 1700l20 0 0 10z").box(WHOLE)).startsWith("204 1220 ");
    }

    @Test
    void shows_the_whole_view_where_places_lie_far_apart_or_there_are_none() {
        assertThat(new Frame()
                        .with("M300 100l5 5 5 -5z")
                        .with("M300 1500l5 5 5 -5z")
                        .box(WHOLE))
                .isEqualTo(WHOLE);
        assertThat(new Frame().box(WHOLE)).isEqualTo(WHOLE);
    }

    @Test
    void two_views_stand_at_one_scale() {
        var front = new Frame().with("M300 100l5 5 5 -5z");
        var back = new Frame().with("M400 700l5 5 5 -5z");
        var height = front.asHighAs(back).box(WHOLE).split(" ", 4)[3];

        assertThat(back.asHighAs(front).box(WHOLE)).endsWith(" " + height);
    }
}
