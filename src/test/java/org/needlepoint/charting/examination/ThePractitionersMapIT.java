package org.needlepoint.charting.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The map of a visit as a practitioner uses it, without any script.
@IntegrationTest
class ThePractitionersMapIT {
    private static final PainReport SHOULDER = new PainReport(
            List.of(
                    new PainReport.Mark("shoulder-front", Laterality.R, 6),
                    new PainReport.Mark("scapula", Laterality.R, 4)),
            List.of(),
            null);

    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    private String page(Room room, String query) {
        var answer = visitor(room).get(path(room) + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Visitor visitor(Room room) {
        return new Visitor(port).with("np", room.signIn());
    }

    private static String path(Room room) {
        return "/p/" + room.clinic().slug() + "/appointments/" + room.visit().value() + "/map";
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String part(String page, String from, String to) {
        assertThat(page).contains(from);
        var start = page.indexOf(from);
        return page.substring(start, page.indexOf(to, start));
    }

    /// Ids of the rows, best first, such as `infraspinatus-R`.
    private static List<String> candidates(String page) {
        return all(page, "id=\"candidate-([a-z0-9-]+-[LRMB])\"");
    }

    @Test
    void ranks_muscles_with_what_they_explain_and_what_speaks_against_them() {
        var page = page(treatment.room(SHOULDER), "");
        assertThat(candidates(page)).contains("infraspinatus-R");
        assertThat(part(page, "id=\"candidate-infraspinatus-R\"", "<details")).contains("Refers to", "Against");
        assertThat(page).contains("Examine next", "Not yet clinically reviewed", "Read in");
    }

    @Test
    void a_finding_is_kept_and_moves_the_ranking() {
        var room = treatment.room(SHOULDER);
        var before = candidates(page(room, ""));
        var last = before.getLast();
        var muscle = last.substring(0, last.length() - 2);
        var sent = visitor(room)
                .post(
                        path(room) + "/findings",
                        "muscle",
                        muscle,
                        "side",
                        "R",
                        "taut-band",
                        "found",
                        "familiar-pain",
                        "found");
        assertThat(sent.status()).isEqualTo(303);

        var after = page(room, "");
        assertThat(candidates(after).indexOf(last)).isLessThan(before.indexOf(last));
        assertThat(part(after, "id=\"candidate-" + last + "\"", "</details>"))
                .contains("Taut band: found; Familiar pain: found", "Up from place " + before.size());
    }

    @Test
    void a_point_answers_with_the_order_of_structures_and_never_a_depth() {
        var page = page(treatment.room(SHOULDER), "?view=back&x=425&y=430");
        var strip = part(page, "class=\"np-strip\"", "</section>");
        assertThat(all(strip, "<li[^>]*>([^<]*)").getFirst()).isEqualTo("Skin");
        assertThat(strip)
                .contains("Reference body, one man")
                .doesNotContain(" mm")
                .doesNotContainIgnoringCase("safe");
        assertThat(page).contains("translate(425.0 435.0)");
    }

    @Test
    void a_usual_site_shows_its_direction_and_what_lies_beside_the_line() {
        var page = page(treatment.room(SHOULDER), "?site=sternocleidomastoid-mid&side=R");
        assertThat(page)
                .contains("at right angles to the skin")
                .contains("None drawn on this line in the reference body. Beside the line: Vertebral artery");
        assertThat(all(part(page, "name=\"site\"", "</select>"), "<option value=\"([^\"]+)\""))
                .hasSize(67);
    }

    @Test
    void off_the_body_it_says_what_to_do() {
        var page = page(treatment.room(PainReport.NONE), "?view=front&x=5&y=5");
        assertThat(page).contains("it is off the body").contains("Nothing was marked before this visit");
    }

    @Test
    void the_list_has_all_that_the_figure_has_and_is_searched_by_name() {
        var room = treatment.room(SHOULDER);
        var page = page(room, "?view=back");
        var list = part(page, "id=\"list\"", "</details>");
        assertThat(all(list, "structure=([a-z0-9-]+)\"")).containsAll(all(page, "data-structure=\"([a-z0-9-]+)\""));
        var found = part(page(room, "?view=back&q=rhomboid"), "id=\"list\"", "</details>");
        assertThat(all(found, "structure=([a-z0-9-]+)\"")).isNotEmpty().allMatch(id -> id.startsWith("rhomboid"));
    }

    @Test
    void unknown_words_in_the_address_show_the_map_and_in_a_finding_are_not_found() {
        var room = treatment.room(SHOULDER);
        assertThat(page(room, "?view=inside&structure=nothing&site=nowhere&side=Q"))
                .contains("Map of Ana Ruiz");
        var findings = path(room) + "/findings";
        assertThat(visitor(room)
                        .post(findings, "muscle", "infraspinatus", "side", "R", "taut-band", "perhaps")
                        .status())
                .isEqualTo(404);
        assertThat(visitor(room)
                        .post(findings, "muscle", "infraspinatus", "side", "Q", "taut-band", "found")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void drawings_over_time_say_how_far_the_pain_reaches() {
        var room = treatment.room(SHOULDER);
        var patient =
                "/p/" + room.clinic().slug() + "/patients/" + room.patient().value();
        var answer = visitor(room).get(patient + "/drawings");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Drawings of Ana Ruiz", "cm² of the figure", "drawing-0");
    }
}
