package org.needlepoint.charting.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.NotePart;
import org.needlepoint.charting.examination.TakeMeasures.Taken;
import org.needlepoint.charting.measures.Instrument;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.charting.measures.Value;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/// What was measured and meant, in the words of the note.
@IntegrationTest
class TheNoteOfAnExaminationIT {
    private static final Measured ARM =
            Measured.of("range/shoulder-flexion/R/active").orElseThrow();
    private static final Measured PRESSURE =
            Measured.of("pressure-pain/infraspinatus/R/plain").orElseThrow();
    private static final Measured TOUCH = Measured.of("touch/c6/R/plain").orElseThrow();

    @Autowired
    Treatment treatment;

    @Autowired
    TakeMeasures takeMeasures;

    @Autowired
    ChooseTargets chooseTargets;

    @Autowired
    MeasuresInNote measuresInNote;

    @Autowired
    TargetsInNote targetsInNote;

    @Autowired
    TransactionOperations transaction;

    private void take(Room room, Moment moment, Taken... taken) {
        room.in(() -> takeMeasures.take(room.clinic().id(), room.visit(), moment, List.of(taken), room.by()));
    }

    private String note(Room room, NotePart part, Locale locale) {
        return room.in(() -> transaction.execute(
                        _ -> part.section(room.clinic().id(), room.visit(), room.patient(), locale)))
                .orElseThrow()
                .text();
    }

    private static Taken arm(double degrees) {
        return new Taken(ARM, Value.Quantity.of(List.of(degrees)), Instrument.GONIOMETER, degrees < 130);
    }

    @Test
    void says_each_value_with_instrument_pain_and_what_changed() {
        var room = treatment.room(PainReport.NONE);
        take(
                room,
                Moment.BEFORE,
                new Taken(TOUCH, new Value.Word("less"), null, false),
                new Taken(PRESSURE, Value.Quantity.of(List.of(210.0, 240.0, 225.0)), null, false),
                arm(120));
        take(room, Moment.AFTER, arm(147.5));
        assertThat(note(room, measuresInNote, Locale.ENGLISH)).isEqualTo("""
                Measured:
                - Shoulder flexion, right, active: 120° (goniometer), painful; after treatment 147.5° (goniometer) (+27.5°)
                - Infraspinatus, pressure pain, right: 225 kPa, mean of 3
                - Light touch C6, right: less""");
        assertThat(note(room, measuresInNote, Locale.of("es"))).contains("Flexión del hombro, derecha", "+27,5°");
    }

    @Test
    void says_each_target_with_its_reason_in_the_practitioners_order() {
        var room = treatment.room(PainReport.NONE);
        room.in(() -> {
            var clinic = room.clinic().id();
            chooseTargets.choose(
                    clinic,
                    room.visit(),
                    "soleus",
                    Laterality.L,
                    "2",
                    new Because(List.of(Reason.TAUT_BAND), List.of(), "cramps at night"),
                    room.by());
            chooseTargets.choose(
                    clinic,
                    room.visit(),
                    "diaphragm",
                    Laterality.M,
                    null,
                    new Because(List.of(Reason.EXPLAINS_PAIN), List.of(new ZonePlace("calf", Laterality.R)), null),
                    room.by());
            return chooseTargets.choose(
                    clinic,
                    room.visit(),
                    "diaphragm",
                    Laterality.M,
                    "x",
                    new Because(List.of(), List.of(), null),
                    room.by());
        });
        assertThat(note(room, targetsInNote, Locale.ENGLISH)).isEqualTo("""
                Targets and why:
                - Soleus, left, point 2: taut band; cramps at night
                - Diaphragm: explains Calf (right)""");
    }
}
