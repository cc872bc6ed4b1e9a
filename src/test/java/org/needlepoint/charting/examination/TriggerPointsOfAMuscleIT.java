package org.needlepoint.charting.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;

/// Several points of one muscle, each with its signs and with where the patient feels it.
@IntegrationTest
class TriggerPointsOfAMuscleIT {
    private static final PainReport SHOULDER =
            new PainReport(List.of(new PainReport.Mark("shoulder-anterior", Laterality.R, 6)), List.of(), null);

    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    ExamineMuscle examineMuscle;

    @Autowired
    ExaminationInNote inNote;

    @Autowired
    TransactionOperations transaction;

    private Visitor visitor(Room room) {
        return new Visitor(port).with("np", room.signIn());
    }

    private static String visit(Room room) {
        return "/p/" + room.clinic().slug() + "/appointments/" + room.visit().value();
    }

    private static String infraspinatus(Room room) {
        return visit(room) + "/points/infraspinatus/R";
    }

    private Visitor.Answer say(Room room, String point, String zones, String... signs) {
        var sent = new LinkedHashMap<String, List<String>>();
        sent.put("point", List.of(point));
        sent.put("fresh", List.of("true"));
        sent.put("zone", zones.isEmpty() ? List.of() : Arrays.asList(zones.split(" ")));
        for (var i = 0; i < signs.length; i += 2) {
            sent.put(signs[i], List.of(signs[i + 1]));
        }
        return visitor(room).postFields(infraspinatus(room), sent);
    }

    private Examination kept(Room room) {
        return room.in(() -> examineMuscle.of(room.clinic().id(), room.visit()));
    }

    @Test
    void each_point_keeps_its_signs_and_the_zones_in_which_it_is_felt() {
        var room = treatment.room(SHOULDER);
        assertThat(say(room, "1", "shoulder-anterior:R arm-lateral:R", "taut-band", "found", "familiar-pain", "found")
                        .status())
                .isEqualTo(303);
        assertThat(say(room, "2", "", "taut-band", "found", "referred-pain", "not-found")
                        .status())
                .isEqualTo(303);
        assertThat(kept(room).points("infraspinatus", Laterality.R)).containsExactly("1", "2");
        var page = visitor(room).get(infraspinatus(room) + "?point=1").body();
        assertThat(page)
                .contains("value=\"shoulder-anterior:R\" id=\"zone-shoulder-anterior-R\" checked")
                .contains("Referred pain on the body: ")
                .contains("Point 2");
        assertThat(visitor(room).get(visit(room) + "/examination").body())
                .contains("Infraspinatus, right, point 1")
                .contains("taut band; pain refers");
        assertThat(room.in(() -> transaction.execute(
                                _ -> inNote.section(room.clinic().id(), room.visit(), room.patient(), Locale.ENGLISH)))
                        .orElseThrow()
                        .text())
                .contains("- Infraspinatus, right, point 1: taut band, familiar pain, pain refers (")
                .contains("- Infraspinatus, right, point 2: taut band, pain does not refer");
    }

    @Test
    void moving_the_referred_pain_is_a_finding_of_its_own_and_saying_it_again_is_none() {
        var room = treatment.room(SHOULDER);
        say(room, "1", "shoulder-anterior:R");
        say(room, "1", "shoulder-anterior:R");
        assertThat(kept(room).history()).hasSize(1);
        say(room, "1", "arm-lateral:R");
        assertThat(kept(room).history()).hasSize(2);
        assertThat(kept(room).standing())
                .singleElement()
                .extracting(Finding::zones)
                .isEqualTo(List.of(new ZonePlace("arm-lateral", Laterality.R)));
    }

    @Test
    void what_does_not_fit_together_is_asked_about() {
        var room = treatment.room(SHOULDER);
        var nameless = say(room, " ", "", "taut-band", "found");
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.body()).contains("Give the point a number or a name");
        var contrary = say(room, "1", "arm-lateral:R", "referred-pain", "not-found");
        assertThat(contrary.status()).isEqualTo(422);
        assertThat(contrary.body()).contains("Change one of the two", "value=\"arm-lateral:R\"");
        assertThat(say(room, "1", "wing:R").status()).isEqualTo(404);
        assertThat(kept(room).history()).isEmpty();
    }

    @Test
    void a_muscle_without_sides_is_not_found_on_one() {
        var room = treatment.room(SHOULDER);
        for (var path : Map.of(
                        "diaphragm/R",
                        404,
                        "diaphragm/M",
                        200,
                        "infraspinatus/M",
                        404,
                        "infraspinatus/B",
                        404,
                        "wing/R",
                        404)
                .entrySet()) {
            assertThat(visitor(room)
                            .get(visit(room) + "/points/" + path.getKey())
                            .status())
                    .as(path.getKey())
                    .isEqualTo(path.getValue());
        }
    }
}
