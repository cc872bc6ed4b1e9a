package org.needlepoint.charting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.charting.ledger.Closure.Doubt;
import org.needlepoint.charting.ledger.Needle.Whereabouts;

class RuleC7ThreeCountsTest {
    private static Session usedTwo() {
        var needles = List.of(needle(), needle());
        return new Session(needles, List.of(), Standing.OPEN, List.of(), List.of(), List.of(), false, List.of(), 0);
    }

    private static Needle needle() {
        return new Needle(
                NeedleId.next(),
                Histories.PLACEMENT,
                Whereabouts.OUT,
                List.of(),
                0,
                0,
                false,
                false,
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                Histories.NOON,
                Histories.NOON,
                null,
                Histories.NOON,
                null);
    }

    @ParameterizedTest(name = "opened {0}, unused {1}, sharps {2}: {3}")
    @CsvSource(
            nullValues = "agrees",
            value = {
                "2, 0, 2, agrees",
                "5, 3, 2, agrees",
                "3, 0, 2, MORE_OPENED",
                "2, 1, 2, FEWER_OPENED",
                "2, 0, 1, FEWER_SHARPS",
                "2, 0, 3, MORE_SHARPS",
            })
    void says_what_to_look_for_when_a_count_disagrees(int opened, int unused, int sharps, Doubt doubt) {
        var counts = new Counts(opened, unused, sharps);
        var closure = usedTwo().close(counts, Histories.NOON);
        assertThat(closure)
                .isEqualTo(
                        doubt == null
                                ? new Closure.Closed(2, Histories.NOON)
                                : new Closure.CountsDisagree(Set.of(doubt), counts));
    }

    @Test
    void tells_every_disagreement_but_never_the_figure_of_the_chart() {
        var counts = new Counts(1, 0, 1);
        assertThat(usedTwo().close(counts, Histories.NOON))
                .isEqualTo(new Closure.CountsDisagree(Set.of(Doubt.FEWER_OPENED, Doubt.FEWER_SHARPS), counts));
    }
}
