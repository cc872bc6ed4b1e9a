package org.needlepoint.charting.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The page on which a visit is examined, as a practitioner uses it without any script.
@IntegrationTest
class TheExaminationPageIT {
    private static final PainReport SHOULDER =
            new PainReport(List.of(new PainReport.Mark("shoulder-anterior", Laterality.R, 6)), List.of(), null);
    private static final String FLEXION = "m.range/shoulder-flexion/R/active";

    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    ExamineMuscle examineMuscle;

    private Visitor visitor(Room room) {
        return new Visitor(port).with("np", room.signIn());
    }

    private static String path(Room room, AppointmentId visit) {
        return "/p/" + room.clinic().slug() + "/appointments/" + visit.value();
    }

    private String page(Room room, AppointmentId visit, String query) {
        var answer = visitor(room).get(path(room, visit) + "/examination" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Visitor.Answer measure(Room room, AppointmentId visit, String... fields) {
        var sent = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < fields.length; i += 2) {
            sent.computeIfAbsent(fields[i], _ -> new ArrayList<>()).add(fields[i + 1]);
        }
        return visitor(room).postFields(path(room, visit) + "/examination/measures", sent);
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String first(String page, String pattern) {
        return all(page, pattern).getFirst();
    }

    @Test
    void opens_with_the_part_that_hurts_and_nothing_filled_in() {
        var room = treatment.room(SHOULDER);
        var page = page(room, room.visit(), "");
        assertThat(page)
                .contains("<h2 id=\"part-title\">Shoulder</h2>")
                .contains("No target yet")
                .contains("name=\"" + FLEXION + "\"")
                .doesNotContain("Last: ");
        assertThat(all(page, "name=\"m\\.[^\"]+\"[^>]* value=\"([^\"]+)\"")).isEmpty();
    }

    @Test
    void keeps_what_was_measured_and_shows_it_next_time_beside_an_empty_field() {
        var room = treatment.room(SHOULDER);
        var next = treatment.anotherVisit(room);
        var kept = measure(
                room,
                room.visit(),
                "part",
                "shoulder",
                "group",
                "range",
                "instrument",
                "goniometer",
                FLEXION,
                "120,5",
                "pain.range/shoulder-flexion/R/active",
                "yes");
        assertThat(kept.status()).isEqualTo(303);
        assertThat(kept.location()).contains("kept=1");

        var page = page(room, next, "?part=shoulder");
        assertThat(page).contains("Last: 120.5° (goniometer), painful, Wednesday, December 2, 2026");
        assertThat(page).contains("Same as last: 120.5°");
        assertThat(all(page, "name=\"" + FLEXION + "\"[^>]* value=\"([^\"]*)\""))
                .allMatch(String::isEmpty);

        var same = first(page, "name=\"same\" value=\"([^\"]+)\"");
        assertThat(measure(room, next, "part", "shoulder", "group", "range", "same", same)
                        .status())
                .isEqualTo(303);
        assertThat(page(room, next, "?part=shoulder"))
                .contains("value=\"120.5\"")
                .doesNotContain("Same as last");
    }

    @Test
    void after_treatment_stands_beside_before_with_the_difference() {
        var room = treatment.room(SHOULDER);
        measure(room, room.visit(), "group", "range", "instrument", "eye", FLEXION, "120");
        measure(room, room.visit(), "group", "range", "moment", "after", "instrument", "eye", FLEXION, "150");
        assertThat(page(room, room.visit(), "?part=shoulder&moment=after"))
                .contains("Before: 120° (by eye)")
                .contains("Difference: +30°");
    }

    @Test
    void what_cannot_be_is_refused_with_its_range_and_kept_as_typed() {
        var room = treatment.room(SHOULDER);
        var refused = measure(
                room,
                room.visit(),
                "part",
                "shoulder",
                "group",
                "range",
                "instrument",
                "goniometer",
                FLEXION,
                "400",
                "m.range/shoulder-extension/R/active",
                "40");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Shoulder flexion, right, active: 400 cannot be. It lies between -60° and 220°.")
                .contains("href=\"#m-range-shoulder-flexion-R-active\"")
                .contains("value=\"400\"")
                .contains("value=\"40\"");
        assertThat(page(room, room.visit(), "?part=shoulder")).doesNotContain("value=\"40\"");
        assertThat(measure(room, room.visit(), "part", "shoulder", "m.strength/shoulder-flexion/R/manual", "6")
                        .body())
                .contains("choose one of the answers, 0, 1, 1+");
        assertThat(measure(room, room.visit(), FLEXION, "120").body())
                .contains("Say what you measured the range with.");
    }

    @Test
    void what_is_unusual_is_asked_about_once() {
        var room = treatment.room(SHOULDER);
        var asked = measure(room, room.visit(), "part", "shoulder", "instrument", "goniometer", FLEXION, "195");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("Yes, 195 is what I measured");
        assertThat(measure(
                                room,
                                room.visit(),
                                "part",
                                "shoulder",
                                "instrument",
                                "goniometer",
                                FLEXION,
                                "195",
                                "sure.range/shoulder-flexion/R/active",
                                "195")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_muscle_is_added_by_name_and_needs_the_sides_that_it_has() {
        var room = treatment.room(SHOULDER);
        String[] pressure = {
            "part", "shoulder", "group", "pressure-pain", "add.kind", "pressure-pain", "add.manner", "plain"
        };
        var noSide = measure(room, room.visit(), plus(pressure, "add.code", "infraspinatus", "add", "220"));
        assertThat(noSide.status()).isEqualTo(422);
        assertThat(noSide.body()).contains("Infraspinatus has a right and a left: say which.");
        var sided = measure(room, room.visit(), plus(pressure, "add.code", "diaphragm", "add.side", "R", "add", "220"));
        assertThat(sided.body()).contains("has no sides");
        var negative =
                measure(room, room.visit(), plus(pressure, "add.code", "infraspinatus", "add.side", "R", "add", "-20"));
        assertThat(negative.status()).isEqualTo(422);
        assertThat(negative.body())
                .contains("Infraspinatus, pressure pain, right: -20 cannot be. It lies between 1 kPa and 2000 kPa.");
        assertThat(measure(
                                room,
                                room.visit(),
                                plus(
                                        pressure,
                                        "add.code",
                                        "infraspinatus",
                                        "add.side",
                                        "R",
                                        "add",
                                        "210",
                                        "add",
                                        "240",
                                        "add",
                                        "225"))
                        .status())
                .isEqualTo(303);
        assertThat(page(room, room.visit(), "?part=shoulder"))
                .contains("value=\"210\"", "value=\"240\"", "value=\"225\"");
    }

    private static String[] plus(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void a_red_sign_answers_at_once_with_what_to_do() {
        var room = treatment.room(SHOULDER);
        measure(room, room.visit(), "part", "nerves", "m.upper-motor/babinski/L/plain", "present");
        var page = page(room, room.visit(), "?part=shoulder");
        assertThat(page).contains("Do not wait with this", "Physician today", "See a doctor today.", "Babinski sign");
        assertThat(page.indexOf("Do not wait with this")).isLessThan(page.indexOf("Targets of this visit"));
        var measure = first(page(room, room.visit(), "?part=nerves"), "/measures/([0-9a-f-]+)/error");
        assertThat(visitor(room)
                        .post(path(room, room.visit()) + "/examination/measures/" + measure + "/error")
                        .status())
                .isEqualTo(303);
        assertThat(page(room, room.visit(), "")).doesNotContain("Do not wait with this");
    }

    @Test
    void saying_that_a_value_was_entered_in_error_keeps_what_else_was_typed() {
        var room = treatment.room(SHOULDER);
        var abduction = "m.range/shoulder-abduction/R/active";
        measure(room, room.visit(), "part", "shoulder", "instrument", "goniometer", FLEXION, "120");
        var error = path(room, room.visit()) + "/examination/measures/"
                + first(page(room, room.visit(), "?part=shoulder"), "/measures/([0-9a-f-]+)/error") + "/error";
        var wrong = visitor(room)
                .post(error, "part", "shoulder", "instrument", "goniometer", FLEXION, "120", abduction, "many");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"many\"", "value=\"120\"");
        var kept = visitor(room)
                .post(error, "part", "shoulder", "instrument", "goniometer", FLEXION, "120", abduction, "95");
        assertThat(kept.status()).isEqualTo(303);
        assertThat(kept.location()).contains("kept=1");
        assertThat(page(room, room.visit(), "?part=shoulder"))
                .contains("value=\"95\"")
                .doesNotContain("value=\"120\"");
    }

    @Test
    void what_was_found_is_proposed_as_a_target_with_its_reason_and_put_in_order() {
        var room = treatment.room(SHOULDER);
        room.in(() -> examineMuscle.examine(
                room.clinic().id(),
                room.visit(),
                new ExamineMuscle.Saying(
                        "infraspinatus",
                        Laterality.R,
                        Map.of(Sign.FAMILIAR_PAIN, Outcome.FOUND, Sign.TAUT_BAND, Outcome.FOUND)),
                room.by()));
        var targets = path(room, room.visit()) + "/targets";
        assertThat(page(room, room.visit(), ""))
                .contains("Proposed from what you found")
                .contains("familiar pain reproduced; taut band; explains")
                .contains("No target yet");
        assertThat(visitor(room)
                        .post(targets, "muscle", "infraspinatus", "side", "R", "from", "found")
                        .status())
                .isEqualTo(303);
        var unexplained = visitor(room).post(targets, "muscle", "soleus", "side", "L");
        assertThat(unexplained.status()).isEqualTo(422);
        assertThat(unexplained.body()).contains("Say why it is a target");
        assertThat(visitor(room)
                        .post(targets, "muscle", "soleus", "side", "L", "why", "cramps at night", "point", "2")
                        .status())
                .isEqualTo(303);
        var page = page(room, room.visit(), "");
        assertThat(page)
                .contains("Soleus, left, point 2", "cramps at night")
                .doesNotContain("Proposed from what you found");
        var soleus = all(page, "id=\"target-([0-9a-f-]+)\"").getLast();
        visitor(room).post(targets + "/" + soleus + "/place", "place", "1");
        assertThat(all(page(room, room.visit(), ""), "id=\"target-([0-9a-f-]+)\"")
                        .getFirst())
                .isEqualTo(soleus);
        visitor(room).post(targets + "/" + soleus + "/removal");
        assertThat(page(room, room.visit(), "")).contains("Put back");
        visitor(room).post(targets + "/" + soleus + "/error");
        assertThat(page(room, room.visit(), "")).contains("Entered in error, kept in the record");
    }

    @Test
    void targets_of_the_visit_before_are_shown_hollow_and_taken_up_one_by_one() {
        var room = treatment.room(SHOULDER);
        var next = treatment.anotherVisit(room);
        visitor(room).post(path(room, room.visit()) + "/targets", "muscle", "soleus", "side", "L", "why", "cramps");
        var page = page(room, next, "");
        assertThat(page).contains("Targets of the visit before", "No target yet");
        assertThat(visitor(room)
                        .post(path(room, next) + "/targets", "muscle", "soleus", "side", "L", "from", "last")
                        .status())
                .isEqualTo(303);
        assertThat(page(room, next, ""))
                .contains("needled or meant last time")
                .doesNotContain("Targets of the visit before");
    }

    @Test
    void unknown_words_show_the_usual_and_unknown_things_are_not_found() {
        var room = treatment.room(PainReport.NONE);
        assertThat(page(room, room.visit(), "?part=wing&moment=never&range=x&strength=y&imaging=z"))
                .contains("Jaw and face");
        assertThat(measure(room, room.visit(), "m.range/wing/R/active", "20").status())
                .isEqualTo(404);
        assertThat(visitor(room)
                        .post(path(room, room.visit()) + "/targets/" + UUID.randomUUID() + "/place", "place", "1")
                        .status())
                .isEqualTo(404);
    }
}
