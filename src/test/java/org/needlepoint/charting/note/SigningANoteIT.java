package org.needlepoint.charting.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.needlepoint.charting.note.NotedVisit.fields;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.documents.SignedDocuments;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MaintenanceConnection;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From the chart to a signed note, and what nobody can do to it afterwards.
@IntegrationTest
class SigningANoteIT {
    @Autowired
    NotedVisit visits;

    @Autowired
    VisitNotes notes;

    @Autowired
    UnsignedNotes unsigned;

    @Autowired
    SignedDocuments documents;

    @Autowired
    Calendar calendar;

    @Autowired
    AuditTrail audit;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MaintenanceConnection maintenance;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private NotedVisit.Opened visit;
    private Visitor practitioner;

    @BeforeEach
    void openAVisit() {
        visit = visits.open();
        practitioner = visits.signedIn(port, visit.practice(), visit.account());
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private String note() {
        return visit.path() + "/note";
    }

    private Visitor.Answer signed(String... changes) {
        var page = practitioner.get(note()).body();
        return practitioner.post(note() + "/signature", fields(page, changes));
    }

    @Test
    void takes_one_tap_on_what_the_chart_says_and_completes_the_visit() {
        var page = practitioner.get(note());
        assertThat(page.body())
                .contains(
                        "Pain marked before the visit: low back (lumbar) (right) 6/10.", "No needling at this visit.");
        var answer = practitioner.post(note() + "/signature", fields(page.body()));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(practitioner.get(note()).body())
                .contains(
                        "Signed by Nadia Berg, PT, DPT",
                        "Pain marked before the visit: low back (lumbar) (right) 6/10.")
                .doesNotContain("<textarea class=\"np-textarea np-note__text\"");
        var now = practices
                .in(
                        visit.practice(),
                        () -> calendar.find(visit.practice(), visit.visit().id()))
                .orElseThrow();
        assertThat(now.status()).isEqualTo(Status.COMPLETED);
        var trail = practices.in(
                visit.practice(),
                () -> audit.ofPatient(visit.practice(), visit.visit().patient().value(), 20));
        assertThat(trail.stream().map(AuditTrail.Line::action)).contains("signed", "viewed");
    }

    @Test
    void of_a_stopped_visit_says_so() {
        var answer = signed("subjective", "Fever since last night.", "ending", "stopped");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(practitioner.get(note()).body()).contains("Fever since last night.", "The visit ended early.");
    }

    @Test
    void is_in_the_language_of_whoever_began_it() {
        var page = practitioner.get(note() + "?lang=es").body();
        assertThat(page).contains("Dolor marcado antes de la visita:", "Sin punción en esta visita.", ">Firmar<");
        practitioner.post(note() + "/signature", fields(page));
        assertThat(practitioner.get(note()).body())
                .contains(
                        "<h2>Subjetivo</h2>",
                        "No hay otra visita reservada.",
                        "Firmado por Nadia Berg, PT, DPT, jueves")
                .doesNotContain("Subjective");
    }

    @Test
    void is_refused_to_another_practitioner_and_open_to_a_supervisor() {
        var page = practitioner.get(note()).body();
        var colleague = visits.signedIn(port, visit.practice(), visits.account(visit.practice(), Role.PRACTITIONER));
        colleague.get(note());
        var refused = colleague.post(note() + "/signature", fields(page, "plan", "Typed by a colleague."));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Nadia Berg, PT, DPT or a supervisor signs this note", "Typed by a colleague.");
        var supervisor = visits.signedIn(port, visit.practice(), visits.account(visit.practice(), Role.SUPERVISOR));
        var theirs = supervisor.get(note()).body();
        assertThat(supervisor.post(note() + "/signature", fields(theirs)).status())
                .isEqualTo(303);
        assertThat(supervisor.get(note()).body()).contains("Signed by Otis Brandt");
    }

    @Test
    void is_refused_before_the_day_of_the_visit() {
        var page = practitioner.get(note()).body();
        clock.set(MovableClock.START);
        var refused = practitioner.post(note() + "/signature", fields(page));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("This visit has not taken place").doesNotContain(">Sign<");
    }

    @Test
    void is_refused_when_somebody_saved_other_words_meanwhile_and_keeps_both() {
        var page = practitioner.get(note()).body();
        practitioner.post(note(), fields(page, "plan", "Saved in the other window."));
        var refused = practitioner.post(note() + "/signature", fields(page, "plan", "Typed here."));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Typed here.", "Saved in the other window.");
        var again = practitioner.post(note() + "/signature", fields(refused.body()));
        assertThat(again.status()).isEqualTo(303);
        assertThat(practitioner.get(note()).body()).contains("Typed here.").doesNotContain("Saved in the other");
    }

    @Test
    void is_refused_when_the_chart_has_changed_since_it_was_read() {
        var page = practitioner.get(note()).body();
        maintain("update scheduling.appointment_pain set marks = '[]' where appointment_id = '%s'"
                .formatted(visit.visit().id()));
        var refused = practitioner.post(note() + "/signature", fields(page));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("The chart has changed since you opened this note")
                .doesNotContain("Pain marked before");
    }

    @Test
    void is_refused_when_there_is_not_a_word() {
        var refused = signed("subjective", "", "objective", "", "treatment", "", "assessment", "", "plan", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Write at least one sentence before signing");
    }

    @Test
    void twice_signs_once() {
        var page = practitioner.get(note()).body();
        practitioner.post(note() + "/signature", fields(page));
        var again = practitioner.post(note() + "/signature", fields(page, "plan", "Something else."));
        assertThat(again.status()).isEqualTo(303);
        assertThat(practitioner.get(note()).body()).doesNotContain("Something else.");
        assertThat(practitioner.post(note(), fields(page, "plan", "Too late.")).status())
                .isEqualTo(303);
        assertThat(practitioner.post(note() + "/draft", fields(page)).body()).contains("has been signed meanwhile");
        assertThat(practitioner.get(note()).body()).doesNotContain("Too late.");
    }

    @Test
    void leaves_nothing_that_the_application_could_change() {
        signed();
        for (var statement : List.of(
                "update charting.signed_note set number = 1 where practice_id = :practice",
                "delete from charting.signed_note where practice_id = :practice",
                "update documents.signed_document set kind = 'x' where practice_id = :practice",
                "delete from documents.signed_document where practice_id = :practice")) {
            assertThatThrownBy(() -> practices.in(
                            visit.practice(),
                            () -> jdbc.sql(statement)
                                    .param("practice", visit.practice().value())
                                    .update()))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void is_followed_by_addenda_that_are_signed_as_well_and_printed_with_it() throws IOException {
        signed();
        assertThat(practitioner.post(note() + "/addenda", "text", " ").status()).isEqualTo(422);
        assertThat(practitioner
                        .post(note() + "/addenda", "text", "Called at noon: no bruise.")
                        .status())
                .isEqualTo(303);
        var page = practitioner.get(note()).body();
        assertThat(page).contains("Addendum", "Called at noon: no bruise.");
        var file = practitioner.download(visit.path() + "/note.pdf");
        try (var pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Visit note",
                            "Ada Example",
                            "low back (lumbar) (right) 6/10",
                            "Called at noon: no bruise.");
        }
    }

    @Test
    void shows_one_changed_byte_on_the_page_in_print_and_to_whoever_checks_all() {
        signed();
        var other = visits.open();
        maintain("""
            update documents.signed_document set content = set_byte(content, 120, get_byte(content, 120) # 1)
             where visit_id = '%s'
            """.formatted(visit.visit().id()));
        clock.set(visit.visit().startsAt());
        var page = practitioner.get(note());
        assertThat(page.body())
                .contains("This is not what was signed")
                .doesNotContain("low back (lumbar) (right) 6/10");
        var print = practitioner.get(visit.path() + "/note.pdf");
        assertThat(print.status()).isEqualTo(409);
        assertThat(print.body()).contains("This is not what was signed");
        assertThat(practices.in(visit.practice(), () -> notes.altered(visit.practice())))
                .containsExactly(visit.visit().id());
        assertThat(practices.in(visit.practice(), () -> documents.altered(visit.practice())))
                .hasSize(1);
        assertThat(practices.in(other.practice(), () -> notes.altered(other.practice())))
                .isEmpty();
    }

    @Test
    void shows_a_genuine_document_of_another_visit_put_in_its_place() {
        signed();
        maintain("update documents.signed_document set visit_id = null where visit_id = '%s'"
                .formatted(visit.visit().id()));
        assertThat(practitioner.get(note()).body()).contains("This is not what was signed");
    }

    @Test
    void shows_nothing_of_it_to_another_practice_nor_to_the_front_desk() {
        signed();
        var other = practices.open("America/New_York");
        var stranger = visits.signedIn(port, other.id(), visits.account(other.id(), Role.SUPERVISOR));
        assertThat(stranger.get(note()).location()).contains("/sign-in");
        var elsewhere = "/p/" + other.slug() + "/appointments/" + visit.visit().id();
        assertThat(stranger.get(elsewhere + "/note").status()).isEqualTo(404);
        assertThat(stranger.get(elsewhere + "/note.pdf").status()).isEqualTo(404);
        assertThat(stranger.post(elsewhere + "/note/signature").status()).isEqualTo(404);
        assertThat(stranger.post(elsewhere + "/note/addenda", "text", "x").status())
                .isEqualTo(404);
        var desk = visits.signedIn(port, visit.practice(), visits.account(visit.practice(), Role.FRONT_DESK));
        assertThat(desk.get(note()).status()).isEqualTo(403);
    }

    @Test
    void takes_the_visit_off_the_list_of_unsigned_notes() {
        assertThat(unsignedNotes()).isEmpty();
        maintain("update scheduling.appointment set status = 'completed' where id = '%s'"
                .formatted(visit.visit().id()));
        assertThat(unsignedNotes())
                .extracting(UnsignedNotes.Unsigned::visit)
                .containsExactly(visit.visit().id());
        signed();
        assertThat(unsignedNotes()).isEmpty();
    }

    private List<UnsignedNotes.Unsigned> unsignedNotes() {
        return practices.in(visit.practice(), () -> unsigned.list(visit.practice()));
    }

    private void maintain(String sql) {
        try {
            assertThat(maintenance.run(sql)).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
