package org.needlepoint.charting.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.charting.note.NotedVisit.fields;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MaintenanceConnection;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A note while it is written: what was typed is never lost, and the chart never overwrites it in silence.
@IntegrationTest
class ADraftIT {
    @Autowired
    NotedVisit visits;

    @Autowired
    MaintenanceConnection maintenance;

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

    private String page() {
        return practitioner.get(note).body();
    }

    private void theChartLosesItsMarks() throws SQLException {
        assertThat(maintenance.run("update scheduling.appointment_pain set marks = '[]' where appointment_id = '%s'"
                        .formatted(visit.visit().id())))
                .isEqualTo(1);
    }

    @Test
    void is_kept_while_the_writer_goes_on() {
        var kept = practitioner.post(note + "/draft", fields(page(), "plan", "Walk daily."));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body())
                .contains("Draft saved 10:30 AM", "name=\"version\" value=\"1\"")
                .doesNotContain("<html");
        assertThat(page()).contains("Walk daily.").containsOnlyOnce(">edited<");
    }

    @Test
    void says_when_it_could_not_be_kept() {
        var first = page();
        practitioner.post(note + "/draft", fields(first, "plan", "In one window."));
        var other = practitioner.post(note + "/draft", fields(first, "plan", "In another."));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("changed in another window");
        var wrong = practitioner.post(note + "/draft", fields(page(), "plan", "long ".repeat(5000)));
        assertThat(wrong.status()).isEqualTo(422);
    }

    @Test
    void keeps_what_both_have_typed_when_two_write_at_once() {
        var first = page();
        practitioner.post(note, fields(first, "plan", "In one window."));
        var other = practitioner.post(note, fields(first, "plan", "In another."));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("In one window.", "In another.");
    }

    @Test
    void that_was_saved_the_same_twice_is_no_conflict() {
        var first = page();
        practitioner.post(note + "/draft", fields(first, "plan", "Walk daily."));
        assertThat(practitioner.post(note, fields(first, "plan", "Walk daily.")).status())
                .isEqualTo(303);
    }

    @Test
    void follows_the_chart_where_nobody_has_edited() throws SQLException {
        practitioner.post(note, fields(page(), "plan", "Walk daily."));
        theChartLosesItsMarks();
        assertThat(page()).doesNotContain("Pain marked before", "The chart has changed");
    }

    @Test
    void keeps_an_edited_text_when_the_chart_changes_and_lets_the_writer_decide() throws SQLException {
        practitioner.post(note, fields(page(), "subjective", "Slept badly."));
        theChartLosesItsMarks();
        var moved = page();
        assertThat(moved).contains("Slept badly.", "The chart has changed since you edited this", "name=\"use\"");
        practitioner.post(note, fields(moved, "keep", "subjective"));
        var kept = page();
        assertThat(kept).contains("Slept badly.").doesNotContain("The chart has changed since you edited this");
        practitioner.post(note, fields(kept, "use", "subjective"));
        assertThat(page()).doesNotContain("Slept badly.", ">edited<");
    }

    @Test
    void comes_back_with_what_was_typed_and_what_to_mend() {
        var answer = practitioner.post(note, fields(page(), "plan", "long ".repeat(5000), "objective", "Walks well."));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Say it in fewer words", "Walks well.", "href=\"#plan\"");
    }
}
