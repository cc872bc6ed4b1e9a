package org.needlepoint.charting.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.PainRequest.Examined;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.shared.Laterality;

class LatestFindingsStandTest {
    private static final Instant NOON = Instant.parse("2026-12-02T17:00:00Z");
    private static final UUID ROBIN = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final List<Finding> said = new ArrayList<>();

    private void say(String muscle, Laterality side, Sign sign, Outcome outcome) {
        said.add(new Finding(muscle, side, sign, outcome, "0.1.0+test", NOON.plusSeconds(said.size()), ROBIN));
    }

    private Examination examination() {
        return new Examination(said);
    }

    @Test
    void what_is_said_last_of_a_sign_stands() {
        say("infraspinatus", Laterality.R, Sign.TAUT_BAND, Outcome.FOUND);
        say("infraspinatus", Laterality.R, Sign.TAUT_BAND, Outcome.NOT_FOUND);
        assertThat(examination().outcome("infraspinatus", Laterality.R, Sign.TAUT_BAND))
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(examination().history()).hasSize(2);
    }

    @Test
    void a_finding_that_is_taken_back_no_longer_counts() {
        say("infraspinatus", Laterality.R, Sign.TWITCH, Outcome.FOUND);
        say("infraspinatus", Laterality.R, Sign.TWITCH, Outcome.NOT_EXAMINED);
        assertThat(examination().examined()).isEmpty();
        assertThat(examination().touched("infraspinatus", Laterality.R)).isFalse();
    }

    @Test
    void each_side_and_each_sign_is_a_finding_of_its_own() {
        say("infraspinatus", Laterality.R, Sign.TAUT_BAND, Outcome.FOUND);
        say("infraspinatus", Laterality.L, Sign.TAUT_BAND, Outcome.NOT_FOUND);
        assertThat(examination().examined())
                .containsExactly(
                        new Examined("infraspinatus", Laterality.R, Sign.TAUT_BAND, true),
                        new Examined("infraspinatus", Laterality.L, Sign.TAUT_BAND, false));
        assertThat(examination().outcome("infraspinatus", Laterality.R, Sign.FAMILIAR_PAIN))
                .isEqualTo(Outcome.NOT_EXAMINED);
    }

    @Test
    void each_point_of_a_muscle_is_a_finding_of_its_own_and_the_ranking_hears_of_the_muscle_once() {
        say("infraspinatus", Laterality.R, Sign.TAUT_BAND, Outcome.NOT_FOUND);
        sayOfPoint("1", Sign.TAUT_BAND, Outcome.FOUND);
        sayOfPoint("2", Sign.TAUT_BAND, Outcome.FOUND);
        assertThat(examination().points("infraspinatus", Laterality.R)).containsExactly("1", "2");
        assertThat(examination().outcome("infraspinatus", Laterality.R, "2", Sign.TAUT_BAND))
                .isEqualTo(Outcome.FOUND);
        assertThat(examination().outcome("infraspinatus", Laterality.R, Sign.TAUT_BAND))
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(examination().examined())
                .containsExactly(new Examined("infraspinatus", Laterality.R, Sign.TAUT_BAND, true));
        sayOfPoint("2", Sign.TAUT_BAND, Outcome.NOT_EXAMINED);
        assertThat(examination().points("infraspinatus", Laterality.R)).containsExactly("1");
    }

    private void sayOfPoint(String point, Sign sign, Outcome outcome) {
        said.add(new Finding(
                "infraspinatus",
                Laterality.R,
                point,
                sign,
                outcome,
                List.of(),
                "0.1.0+test",
                NOON.plusSeconds(said.size()),
                ROBIN));
    }

    @Test
    void only_referred_pain_is_felt_in_other_zones() {
        assertThatThrownBy(() -> new Finding(
                        "soleus",
                        Laterality.L,
                        null,
                        Sign.TWITCH,
                        Outcome.FOUND,
                        List.of(new ZonePlace("heel", Laterality.L)),
                        "0.1.0+test",
                        NOON,
                        ROBIN))
                .hasMessageContaining("only referred pain");
    }

    @Test
    void saying_the_same_again_is_no_news() {
        say("soleus", Laterality.L, Sign.FAMILIAR_PAIN, Outcome.FOUND);
        assertThat(examination()
                        .news(
                                "soleus",
                                Laterality.L,
                                null,
                                Map.of(
                                        Sign.FAMILIAR_PAIN, Outcome.FOUND,
                                        Sign.TWITCH, Outcome.NOT_EXAMINED,
                                        Sign.TAUT_BAND, Outcome.NOT_FOUND),
                                null))
                .containsExactly(Map.entry(Sign.TAUT_BAND, Outcome.NOT_FOUND));
    }
}
