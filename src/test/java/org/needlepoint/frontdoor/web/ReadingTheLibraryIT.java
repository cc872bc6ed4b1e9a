package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.identity.Role;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The same page tells a patient less than it tells staff (rules C10 and C11).
@IntegrationTest
class ReadingTheLibraryIT {
    @Autowired
    PracticeFixture practices;

    @Autowired
    ContentSets content;

    @Autowired
    Staff staff;

    @LocalServerPort
    int port;

    private PracticeFixture.Opened practice;

    @BeforeEach
    void openAPractice() {
        practice = practices.open("America/New_York");
    }

    private void publish() {
        practices.in(
                practice.id(),
                () -> content.sign(
                        practice.id(), ContentSet.LOCATOR, content.edition(ContentSet.LOCATOR), UUID.randomUUID()));
    }

    private Visitor.Answer visitor(String path) {
        return new Visitor(port).get("/p/" + practice.slug() + "/library" + path);
    }

    private Visitor.Answer practitioner(String path) {
        return staff.signedIn(port, practice.id(), Role.PRACTITIONER).get("/p/" + practice.slug() + "/library" + path);
    }

    @Test
    void c11_shows_patients_nothing_before_a_clinician_has_signed_and_staff_everything() {
        for (var path : new String[] {"", "/muscles/soleus", "/conditions/plantar-heel-pain"}) {
            assertThat(visitor(path).status()).as(path).isEqualTo(404);
            assertThat(visitor(path).body())
                    .contains("has not published its library yet")
                    .doesNotContain("Soleus", "musculus");
            assertThat(practitioner(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void c10_tells_staff_of_hazards_and_percentages_and_patients_of_neither() {
        publish();
        var patient = visitor("/muscles/soleus").body();
        var practitioner = practitioner("/muscles/soleus").body();

        assertThat(patient)
                .contains("Soleus", "musculus soleus", "Heel", "Standing on the toes", "S1, S2", "is a model")
                .contains("Heel pain") // studies of plantar heel pain counted points in it
                .contains("Not yet clinically reviewed")
                .doesNotContain("sural nerve", "69%", "What a needle must not meet");
        assertThat(practitioner)
                .contains("sural nerve", "What a needle must not meet", "69%", "comparison group")
                .contains("no clinician has checked this text");
    }

    @Test
    void keeps_apart_what_nobody_has_read_and_cites_nothing_for_it() {
        publish();
        var pattern = visitor("/muscles/anconeus").body();

        assertThat(pattern).contains("No source we have read", "Not checked", "General knowledge");
        assertThat(pattern.substring(pattern.indexOf("np-unchecked"), pattern.indexOf("A pattern is what")))
                .contains("<li>")
                .doesNotContain("#source-");
    }

    @Test
    void puts_other_causes_beside_the_muscles_of_a_condition() {
        publish();
        var groin = visitor("/conditions/groin-pain").body();

        assertThat(groin)
                .contains("Worn hip joint (arthritis)", "Must not be missed", "Stress fracture")
                .contains("Muscles often linked to pain here", "By the alphabet", "/library/muscles/adductor-longus")
                .doesNotContain("ICD-10-CM", "Ask first");
        assertThat(practitioner("/conditions/low-back-pain").body())
                .contains("M54.50", "Ask first", "30–55%", "Quadratus lumborum");
    }

    @Test
    void stands_beside_the_muscles_of_a_drawing_once_it_is_published() {
        var result = "/p/" + practice.slug() + "/pain/result";
        assertThat(new Visitor(port).post(result, "mark", "groin:R").body()).doesNotContain("Worn hip joint");

        publish();
        assertThat(new Visitor(port).post(result, "mark", "groin:R").body())
                .contains("Worn hip joint (arthritis)", "Rare, and why we asked", "Stress fracture")
                .contains("/library/muscles/adductor-longus")
                .doesNotContain("Hernia of the groin"); // nobody has read it in a source
        assertThat(new Visitor(port)
                        .get("/p/" + practice.slug() + "/dry-needling")
                        .body())
                .contains("/library\"");
    }

    @Test
    void is_searched_by_any_name_in_both_languages() {
        publish();
        assertThat(visitor("?q=upper+traps").body()).contains("/library/muscles/trapezius-upper");
        assertThat(visitor("?q=lateral+epicondylitis").body()).contains("/library/conditions/tennis-elbow");
        assertThat(visitor("?q=codo+de+tenista&lang=es").body())
                .contains("Codo de tenista", "1 resultado para")
                .contains("/library/conditions/tennis-elbow");
        assertThat(visitor("?q=%3Cscript%3E").body())
                .contains("Nothing here is called “&lt;script&gt;”")
                .doesNotContain("<script>”");
        assertThat(visitor("/muscles/soleuss").status()).isEqualTo(404);
        assertThat(visitor("/conditions/boredom").status()).isEqualTo(404);
    }
}
