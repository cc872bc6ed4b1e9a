package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.BookedVisits.Found;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Visitor;
import org.needlepoint.testing.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whatever arrives as a drawing: what can be is kept, what cannot be is named, and nobody has to begin anew.
@IntegrationTest
class DrawingsOfAllKindsIT {
    private static final String ON_THE_BACK = "260,360 330,360 330,480 260,480";

    @Autowired
    Clinic clinics;

    @Autowired
    Staff staff;

    @Autowired
    BookedVisits visits;

    @Autowired
    Calendar calendar;

    @Autowired
    Knowledge knowledge;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;

    @BeforeEach
    void openAPractice() {
        clinic = clinics.byPhone("America/New_York");
    }

    private Answer sent(String... fields) {
        var body = Stream.iterate(0, at -> at < fields.length, at -> at + 2)
                .map(at -> encoded(fields[at]) + "=" + encoded(fields[at + 1]))
                .collect(Collectors.joining("&"));
        return new Visitor(port)
                .send("POST", "/p/" + clinic.slug() + "/pain/questions", "application/x-www-form-urlencoded", body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String[] outlines(int count, String outline) {
        return Collections.nCopies(count, new String[] {"outline", outline}).stream()
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mark=tail:R | is not on our map
                    mark=scapula:X | is not on our map
                    mark=scapula:R&intensity-scapula-R=eleven | whole number from 0 to 10
                    mark=scapula:R&intensity-scapula-R=11 | whole number from 0 to 10
                    mark=scapula:R&quality-scapula-R=fuzzy | What it feels like could not be read
                    outline=back;5;;no;NaN,360 330,360 330,480 | could not be read
                    outline=back;5;;no;260,360 330,360 | could not be read
                    outline=back;5;;no; | could not be read
                    outline=below;5;;no;260,360 330,360 330,480 | could not be read
                    outline=back;5;fuzzy;no;260,360 330,360 330,480 | What it feels like could not be read
                    outline=back;5;;no;2,2 30,2 30,30 | lies beside the body
                    outline=back;5;;no;-9000,2 9e9,2 30,30e300 | could not be read
                    """)
    void what_cannot_be_is_named_and_the_rest_is_kept(String fields, String named) {
        var all = Stream.concat(
                        Stream.of("mark", "calf:L", "intensity-calf-L", "7", "quality-calf-L", "numb"),
                        Arrays.stream(fields.split("&", -1)).flatMap(field -> Stream.of(field.split("=", 2))))
                .toArray(String[]::new);
        var answer = sent(all);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(named)
                .containsPattern("id=\"mark-calf-L\"[^>]*checked")
                .containsPattern("name=\"quality-calf-L\"(?s:[^§]*?)<option value=\"numb\" selected=\"selected\">");
    }

    @Test
    void a_fault_in_one_place_leads_to_it() {
        assertThat(sent("mark", "scapula:R", "intensity-scapula-R", "11").body())
                .contains("href=\"#mark-scapula-R\"");
    }

    @Test
    void an_empty_drawing_is_asked_for_a_place() {
        var answer = sent();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Mark at least one place");
    }

    @ParameterizedTest
    @ValueSource(strings = {ON_THE_BACK, "260,360 330,480 330,360 260,480", "300,400 307,400 307,407 300,407"})
    void a_shape_of_any_form_on_the_body_is_taken(String points) {
        var answer = sent("outline", "back;8;burning;yes;" + points);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("name=\"outline\" value=\"back;8;burning;yes;" + points + "\"");
    }

    @Test
    void the_whole_body_may_hurt() {
        var everywhere = knowledge.zones().stream()
                .flatMap(zone -> (zone.sideable() ? Stream.of("L", "R") : Stream.of("M"))
                        .flatMap(side -> Stream.of("mark", zone.id() + ":" + side)))
                .toArray(String[]::new);
        assertThat(sent(everywhere).status()).isEqualTo(200);
        assertThat(sent("outline", "back;5;;no;0,0 700,0 700,1740 0,1740").status())
                .isEqualTo(200);
    }

    @Test
    void of_ten_thousand_strokes_the_first_are_kept_and_it_is_said() {
        var answer = sent(outlines(10_000, "back;5;;no;" + ON_THE_BACK));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("more than 60 painted areas");
        assertThat(answer.body().split("name=\"outline\"", -1)).hasSize(61);
    }

    @Test
    void a_shape_reaches_the_practitioner_with_the_zones_it_covers() {
        var token = new Guest(port, clinic)
                .booked(Guest.with(Guest.typed("Ada Example"), "outline", "back;8;burning;yes;" + ON_THE_BACK));
        var visit = ((Found.Visit) clinic.in(() -> visits.find(clinic.id(), token))).appointment();
        var report = clinic.in(() -> calendar.painOf(clinic.id(), visit.id()));
        assertThat(report.outlines()).singleElement().satisfies(outline -> {
            assertThat(outline.view()).isEqualTo("back");
            assertThat(outline.points()).hasSize(4).contains(new PainReport.Point(330, 480));
            assertThat(outline.quality()).isEqualTo("burning");
        });
        assertThat(report.mapVersion()).isNotBlank();
        assertThat(report.marks())
                .isNotEmpty()
                .allMatch(mark -> mark.painted() && mark.intensity() == 8)
                .anyMatch(mark -> mark.zone().contains("scapula") && mark.side() == Laterality.L);
        assertThat(staff.signedIn(port, clinic.id(), Role.PRACTITIONER)
                        .get("/p/" + clinic.slug() + "/appointments/" + visit.id())
                        .body())
                .contains("np-map__area", "np-map-severe-burning", "burning, spreads to here");
    }
}
