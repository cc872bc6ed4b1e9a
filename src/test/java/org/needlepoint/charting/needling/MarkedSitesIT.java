package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.MapPoint;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where a needle went in, as it was marked on the body map.
@IntegrationTest
class MarkedSitesIT {
    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    Sessions sessions;

    @Autowired
    SiteInWords sites;

    @Autowired
    Atlas atlas;

    private MapPoint at(String view, int x, int y) {
        return new MapPoint(view, x, y, atlas.version());
    }

    private JsonNode got(Room room, String path) {
        var answer = new Visitor(port)
                .with("np", room.signIn())
                .get("/p/" + room.clinic().slug() + "/sessions/" + path);
        assertThat(answer.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    static Placement marked(Placement placement, MapPoint point) {
        return new Placement(
                placement.muscle(),
                placement.side(),
                placement.diameterUm(),
                placement.lengthMm(),
                placement.technique(),
                placement.tissue(),
                placement.knowledge(),
                null,
                null,
                null,
                null,
                null,
                point);
    }

    @Test
    void are_kept_with_the_needle_and_proposed_the_next_time_each_once() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        var point = at("back", 430, 421);
        var infraspinatus = Treatment.in("infraspinatus", Laterality.R);
        treatment.append(
                room,
                session,
                new LedgerEvent.Inserted(NeedleId.next(), marked(infraspinatus, point)),
                new LedgerEvent.Inserted(NeedleId.next(), marked(infraspinatus, point)),
                new LedgerEvent.Inserted(NeedleId.next(), infraspinatus));
        var kept = room.in(() -> sessions.find(room.clinic().id(), session)).orElseThrow();
        var needled = Sessions.needled(kept.state());
        assertThat(needled).singleElement().satisfies(it -> {
            assertThat(it.needles()).isEqualTo(3);
            assertThat(it.points()).containsExactly(point);
        });
    }

    @Test
    void are_told_by_zone_and_landmark_in_the_patients_own_directions() {
        assertThat(sites.of(at("back", 430, 421), Locale.ENGLISH))
                .isEqualTo(
                        "Inner border of the shoulder blade (right), 1 cm to the patient’s left, 5 cm up from inferior angle of the shoulder blade on the right");
        assertThat(sites.of(at("front", 184, 316), Locale.ENGLISH)).endsWith("at acromion on the right");
        assertThat(sites.of(at("left", 292, 1090), Locale.ENGLISH)).doesNotContain("cm");
        assertThat(sites.of(new MapPoint("back", 430, 421, "another"), Locale.ENGLISH))
                .isEqualTo("on an earlier edition of the map");
        assertThat(sites.of(at("back", 430, 421), Locale.of("es")))
                .contains("a la izquierda del paciente", "arriba desde");
    }

    @Test
    void the_map_has_every_view_and_the_middle_of_each_muscle_that_is_drawn() {
        var figures = got(treatment.room(PainReport.NONE), "figures");
        assertThat(figures.path("map").asString()).isEqualTo(atlas.version());
        assertThat(figures.path("views").values().stream()
                        .map(it -> it.path("id").asString()))
                .containsExactly("front", "back", "left", "right");
        assertThat(figures.at("/middles/infraspinatus R/view").asString()).isEqualTo("back");
        assertThat(figures.at("/middles/infraspinatus R/x").asDouble()).isGreaterThan(350);
        assertThat(figures.at("/middles/infraspinatus L/x").asDouble()).isLessThan(350);
        assertThat(figures.path("middles").has("subscapularis R")).isFalse();
    }

    /// The atlas has the short flexor of one thumb in the other hand.
    @Test
    void no_muscle_of_the_other_side_is_offered_under_a_point() {
        var leftHand = got(treatment.room(PainReport.NONE), "under?view=back&x=75&y=875");
        assertThat(leftHand.path("muscles").values().stream()
                        .map(it -> it.path("side").asString()))
                .isNotEmpty()
                .containsOnly("L");
    }

    @Test
    void under_a_point_lie_muscles_outermost_first_and_never_a_depth() {
        var room = treatment.room(PainReport.NONE);
        var under = got(room, "under?view=back&x=425&y=430");
        assertThat(under.path("missed").asBoolean()).isFalse();
        assertThat(under.at("/muscles/0/side").asString()).isEqualTo("R");
        assertThat(List.copyOf(under.path("muscles").values()).toString()).contains("infraspinatus");
        assertThat(under.toString()).doesNotContainPattern(Pattern.compile("\\d+ ?mm|safe", Pattern.CASE_INSENSITIVE));
        assertThat(got(room, "under?view=front&x=5&y=5").path("missed").asBoolean())
                .isTrue();
        assertThat(got(room, "under?view=inside&x=5&y=5").path("missed").asBoolean())
                .isTrue();
    }
}
