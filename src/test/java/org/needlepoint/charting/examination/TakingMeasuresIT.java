package org.needlepoint.charting.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.examination.TakeMeasures.Taken;
import org.needlepoint.charting.measures.Instrument;
import org.needlepoint.charting.measures.Measure;
import org.needlepoint.charting.measures.MeasureId;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.charting.measures.Value;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.NotFound;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// What is measured, kept with the visit.
@IntegrationTest
class TakingMeasuresIT {
    private static final Measured ARM =
            Measured.of("range/shoulder-flexion/R/active").orElseThrow();
    private static final Measured PRESSURE =
            Measured.of("pressure-pain/infraspinatus/R/plain").orElseThrow();

    @Autowired
    Treatment treatment;

    @Autowired
    TakeMeasures takeMeasures;

    @Autowired
    Calendar calendar;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private static Taken arm(double degrees) {
        return new Taken(ARM, Value.Quantity.of(List.of(degrees)), Instrument.GONIOMETER, true);
    }

    private int take(Room room, AppointmentId visit, Taken... taken) {
        return room.in(() -> takeMeasures.take(room.clinic().id(), visit, Moment.BEFORE, List.of(taken), room.by()));
    }

    private List<Measure> kept(Room room, AppointmentId visit) {
        return room.in(() -> takeMeasures.of(room.clinic().id(), visit)).history();
    }

    private Map<Measured, Measure> last(Room room, AppointmentId visit) {
        return room.in(() -> takeMeasures.last(
                room.clinic().id(),
                room.patient(),
                calendar.find(room.clinic().id(), visit).orElseThrow()));
    }

    private Measure lastOfArm(Room room, AppointmentId visit) {
        return Objects.requireNonNull(last(room, visit).get(ARM));
    }

    @Test
    void keeps_value_instrument_pain_day_and_who() {
        var room = treatment.room(PainReport.NONE);
        take(
                room,
                room.visit(),
                arm(120.5),
                new Taken(PRESSURE, Value.Quantity.of(List.of(210.0, 240.0, 225.0)), null, false));
        assertThat(kept(room, room.visit())).hasSize(2).first().satisfies(measure -> {
            assertThat(measure.what()).isEqualTo(ARM);
            assertThat(measure.value()).isEqualTo(Value.Quantity.of(List.of(120.5)));
            assertThat(measure.instrument()).isEqualTo(Instrument.GONIOMETER);
            assertThat(measure.painful()).isTrue();
            assertThat(measure.on()).isEqualTo(LocalDate.of(2026, 12, 2));
            assertThat(measure.by()).isEqualTo(room.by().id());
            assertThat(measure.sameAs()).isNull();
        });
        assertThat(room.in(
                        () -> audit.ofPatient(room.clinic().id(), room.patient().value(), 10)))
                .extracting(AuditTrail.Line::action)
                .contains("measured");
    }

    @Test
    void saying_the_same_twice_adds_nothing_and_nothing_is_ever_changed() {
        var room = treatment.room(PainReport.NONE);
        assertThat(take(room, room.visit(), arm(120))).isEqualTo(1);
        assertThat(take(room, room.visit(), arm(120))).isZero();
        assertThat(take(room, room.visit(), arm(125))).isEqualTo(1);
        assertThat(kept(room, room.visit())).hasSize(2);
        assertThatThrownBy(() -> room.in(() -> transaction.execute(_ -> jdbc.sql("""
                    update charting.measure
                       set value = 1
                     where practice_id = :practice
                    """)
                        .param("practice", room.clinic().id().value())
                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied for table measure");
    }

    @Test
    void the_last_value_is_shown_and_holds_only_when_somebody_says_so() {
        var room = treatment.room(PainReport.NONE);
        var next = treatment.anotherVisit(room);
        take(room, room.visit(), arm(118));
        take(room, room.visit(), arm(120));
        var last = lastOfArm(room, next);
        assertThat(last.value()).isEqualTo(Value.Quantity.of(List.of(120.0)));
        assertThat(kept(room, next)).isEmpty();

        room.in(() -> {
            takeMeasures.sameAsLast(room.clinic().id(), next, Moment.BEFORE, last.id(), room.by());
            takeMeasures.sameAsLast(room.clinic().id(), next, Moment.BEFORE, last.id(), room.by());
            return null;
        });
        assertThat(kept(room, next)).singleElement().satisfies(measure -> {
            assertThat(measure.sameAs()).isEqualTo(last.id());
            assertThat(measure.value()).isEqualTo(last.value());
            assertThat(measure.instrument()).isEqualTo(Instrument.GONIOMETER);
        });
    }

    @Test
    void what_was_entered_in_error_is_no_last_value() {
        var room = treatment.room(PainReport.NONE);
        var next = treatment.anotherVisit(room);
        take(room, room.visit(), arm(118));
        take(room, room.visit(), arm(12));
        var slip = kept(room, room.visit()).getLast();
        room.in(() -> {
            takeMeasures.enteredInError(room.clinic().id(), room.visit(), slip.id(), room.by());
            return null;
        });
        assertThat(lastOfArm(room, next).value()).isEqualTo(Value.Quantity.of(List.of(118.0)));
        assertThat(kept(room, room.visit())).hasSize(2);
        assertThat(room.in(() -> takeMeasures.of(room.clinic().id(), room.visit()))
                        .standing())
                .hasSize(1);
    }

    @Test
    void another_patients_measure_is_no_last_value_and_another_practice_finds_nothing() {
        var room = treatment.room(PainReport.NONE);
        var other = treatment.room(PainReport.NONE);
        take(other, other.visit(), arm(90));
        var theirs = kept(other, other.visit()).getFirst().id();
        assertThat(last(room, room.visit())).isEmpty();
        assertThatThrownBy(() -> room.in(() -> {
                    takeMeasures.sameAsLast(room.clinic().id(), room.visit(), Moment.BEFORE, theirs, room.by());
                    return null;
                }))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> room.in(() -> {
                    takeMeasures.enteredInError(room.clinic().id(), room.visit(), MeasureId.next(), room.by());
                    return null;
                }))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> take(room, other.visit(), arm(90))).isInstanceOf(NotFound.class);
    }
}
