package org.needlepoint.charting.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.charting.note.NotedVisit.fields;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The same facts as SOAP and as prose; what a practitioner chose last is how the next note begins.
@IntegrationTest
class ANotesStyleIT {
    @Autowired
    NotedVisit visits;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private NotedVisit.Opened visit;
    private Visitor practitioner;
    private String note;

    @BeforeEach
    void openAVisit() {
        visit = visits.open();
        practitioner = visits.signedIn(port, visit.practice(), visit.account());
        note = visit.path() + "/note";
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private void chosen(String style, String... changes) {
        var fields = fields(practitioner.get(note).body(), changes);
        var sent = java.util.Arrays.copyOf(fields, fields.length + 2);
        sent[fields.length] = "as";
        sent[fields.length + 1] = style;
        assertThat(practitioner.post(note, sent).status()).isEqualTo(303);
    }

    @Test
    void shows_what_will_be_signed_under_headings_first() {
        assertThat(practitioner.get(note).body())
                .contains("<h3>Subjective</h3>")
                .doesNotContain("Ada Example was seen on");
    }

    @Test
    void changes_in_one_tap_and_loses_no_word() {
        chosen("prose", "plan", "Walk daily");
        assertThat(practitioner.get(note).body())
                .contains("Ada Example was seen on Thursday, December 3, 2026, 10:00 AM", "Walk daily.")
                .doesNotContain("<h3>Subjective</h3>");
        chosen("soap");
        assertThat(practitioner.get(note).body()).contains("<h3>Plan</h3>", "Walk daily");
    }

    @Test
    void is_what_stands_above_the_signature() {
        chosen("prose");
        practitioner.post(note + "/signature", fields(practitioner.get(note).body()));
        assertThat(practitioner.get(note).body())
                .contains("Signed by Nadia Berg", "Ada Example was seen on")
                .doesNotContain("<h2>Subjective</h2>");
    }

    @Test
    void is_remembered_for_the_practitioners_next_note() {
        chosen("prose");
        var next = visits.another(visit);
        assertThat(practitioner.get(next.path() + "/note").body()).contains("Ada Example was seen on");
    }
}
