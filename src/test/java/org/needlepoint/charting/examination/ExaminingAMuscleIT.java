package org.needlepoint.charting.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.NotePart;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// What a hand finds, kept with the visit.
@IntegrationTest
class ExaminingAMuscleIT {
    private static final PainReport SHOULDER =
            new PainReport(List.of(new PainReport.Mark("shoulder-front", Laterality.R, 6)), List.of(), null);

    @Autowired
    Treatment treatment;

    @Autowired
    ExamineMuscle examineMuscle;

    @Autowired
    ExaminationInNote inNote;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private ExamineMuscle.Opened examine(Room room, String muscle, Laterality side, Map<Sign, Outcome> said) {
        return room.in(() -> examineMuscle.examine(
                room.clinic().id(), room.visit(), new ExamineMuscle.Saying(muscle, side, said), room.by()));
    }

    private Examination kept(Room room) {
        return room.in(() -> examineMuscle.of(room.clinic().id(), room.visit()));
    }

    @Test
    void keeps_who_found_what_and_in_which_edition_of_the_knowledge() {
        var room = treatment.room(SHOULDER);
        examine(room, "infraspinatus", Laterality.R, Map.of(Sign.TAUT_BAND, Outcome.FOUND));
        assertThat(kept(room).history()).singleElement().satisfies(finding -> {
            assertThat(finding.by()).isEqualTo(room.by().id());
            assertThat(finding.muscle()).isEqualTo("infraspinatus");
            assertThat(finding.knowledge()).contains("+");
        });
    }

    @Test
    void adds_to_what_was_found_and_changes_nothing() {
        var room = treatment.room(SHOULDER);
        examine(room, "infraspinatus", Laterality.R, Map.of(Sign.TAUT_BAND, Outcome.FOUND));
        examine(room, "infraspinatus", Laterality.R, Map.of(Sign.TAUT_BAND, Outcome.NOT_FOUND));
        examine(room, "infraspinatus", Laterality.R, Map.of(Sign.TAUT_BAND, Outcome.NOT_FOUND));
        assertThat(kept(room).history()).extracting(Finding::outcome).containsExactly(Outcome.FOUND, Outcome.NOT_FOUND);
        assertThatThrownBy(() -> room.in(() -> transaction.execute(_ -> jdbc.sql("""
                    update charting.finding
                       set outcome = 'found'
                     where practice_id = :practice
                    """)
                        .param("practice", room.clinic().id().value())
                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied for table finding");
    }

    @Test
    void leaves_a_trail_of_who_examined_and_who_looked() {
        var room = treatment.room(SHOULDER);
        examine(room, "soleus", Laterality.L, Map.of(Sign.TWITCH, Outcome.FOUND));
        room.in(() -> examineMuscle.open(room.clinic().id(), room.visit(), room.by()));
        assertThat(room.in(
                        () -> audit.ofPatient(room.clinic().id(), room.patient().value(), 10)))
                .extracting(AuditTrail.Line::action)
                .contains("examined", "viewed");
    }

    @Test
    void a_muscle_with_sides_needs_one_and_an_unknown_muscle_is_not_found() {
        var room = treatment.room(SHOULDER);
        var found = Map.of(Sign.TAUT_BAND, Outcome.FOUND);
        assertThatThrownBy(() -> examine(room, "infraspinatus", Laterality.M, found))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> examine(room, "no-such-muscle", Laterality.R, found))
                .isInstanceOf(NotFound.class);
        assertThat(kept(room).history()).isEmpty();
    }

    @Test
    void another_practice_finds_nothing() {
        var room = treatment.room(SHOULDER);
        var other = treatment.room(SHOULDER);
        examine(room, "infraspinatus", Laterality.R, Map.of(Sign.TAUT_BAND, Outcome.FOUND));
        assertThatThrownBy(
                        () -> other.in(() -> examineMuscle.open(other.clinic().id(), room.visit(), other.by())))
                .isInstanceOf(NotFound.class);
        assertThat(other.in(() -> examineMuscle.of(other.clinic().id(), room.visit()))
                        .history())
                .isEmpty();
    }

    @Test
    void goes_into_the_note_as_it_stands() {
        var room = treatment.room(SHOULDER);
        examine(
                room,
                "infraspinatus",
                Laterality.R,
                Map.of(
                        Sign.TAUT_BAND,
                        Outcome.FOUND,
                        Sign.TWITCH,
                        Outcome.NOT_FOUND,
                        Sign.FAMILIAR_PAIN,
                        Outcome.FOUND));
        examine(room, "infraspinatus", Laterality.R, Map.of(Sign.FAMILIAR_PAIN, Outcome.NOT_EXAMINED));
        Optional<NotePart.Section> section = room.in(() -> transaction.execute(
                _ -> inNote.section(room.clinic().id(), room.visit(), room.patient(), Locale.ENGLISH)));
        assertThat(section)
                .contains(new NotePart.Section(
                        NotePart.Heading.OBJECTIVE,
                        "Examined by hand:\n- Infraspinatus, right: taut band, no local twitch"));
    }
}
