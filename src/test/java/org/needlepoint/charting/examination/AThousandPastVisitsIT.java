package org.needlepoint.charting.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.needlepoint.charting.examination.TakeMeasures.Taken;
import org.needlepoint.charting.measures.Instrument;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Measures;
import org.needlepoint.charting.measures.Moment;
import org.needlepoint.charting.measures.Value;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.database.DatabaseRole;
import org.needlepoint.database.DatabaseServer;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The last values and the last targets of a patient who has come for years, as the application role reads them.
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AThousandPastVisitsIT {
    private static final int PAST = 1_000;
    private static final List<Measured> THINGS = List.of(
                    "range/shoulder-flexion/R/active",
                    "range/shoulder-flexion/L/active",
                    "range/neck-rotation/R/active",
                    "strength/shoulder-abduction/R/manual",
                    "pressure-pain/infraspinatus/R/plain",
                    "reflex/knee/R/plain")
            .stream()
            .map(key -> Measured.of(key).orElseThrow())
            .toList();

    @Autowired
    Treatment treatment;

    @Autowired
    TakeMeasures takeMeasures;

    @Autowired
    ChooseTargets chooseTargets;

    @Autowired
    Targets targets;

    @Autowired
    Calendar calendar;

    @Autowired
    DatabaseServer server;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private Room room;
    private AppointmentId today;

    @BeforeAll
    void treatForYears() throws SQLException {
        room = treatment.room(PainReport.NONE);
        today = treatment.anotherVisit(room);
        room.in(() -> {
            var taken = THINGS.stream().map(AThousandPastVisitsIT::taken).toList();
            takeMeasures.take(room.clinic().id(), room.visit(), Moment.BEFORE, taken, room.by());
            chooseTargets.choose(
                    room.clinic().id(), room.visit(), "soleus", Laterality.L, null, Because.of("cramps"), room.by());
            return transaction.execute(_ -> repeat());
        });
        try (var owner = server.connect(DatabaseRole.OWNER);
                var statement = owner.createStatement()) {
            statement.execute("analyze charting.measure, charting.measure_error, charting.target_entry");
        }
    }

    private static Taken taken(Measured what) {
        return switch (what.kind()) {
            case RANGE -> new Taken(what, Value.Quantity.of(List.of(120.0)), Instrument.GONIOMETER, false);
            case PRESSURE_PAIN -> new Taken(what, Value.Quantity.of(List.of(220.0)), null, false);
            case STRENGTH -> new Taken(what, new Value.Word("4"), null, false);
            default -> new Taken(what, new Value.Word("2+"), null, false);
        };
    }

    /// The same once a day, years back; measures of so many visits that belong to one appointment, which the reading
    /// does not mind.
    private int repeat() {
        jdbc.sql("""
            insert into charting.measure
              (practice_id, id, visit_id, patient_id, measured, kind, code, side, manner, moment, value, readings, unit,
               word, remark, instrument, painful, same_as, measured_on, recorded_at, recorded_by)
            select practice_id, gen_random_uuid(), visit_id, patient_id, measured, kind, code, side, manner, moment, value,
                   readings, unit, word, remark, instrument, painful, same_as, measured_on - n,
                   recorded_at - n * interval '1 day', recorded_by
              from charting.measure
             cross join generate_series(1, :past) as n
             where practice_id = :practice
            """)
                .param("practice", room.clinic().id().value())
                .param("past", PAST)
                .update();
        return jdbc.sql("""
            insert into charting.target_entry
              (practice_id, id, visit_id, patient_id, target_id, said, muscle, side, point, reasons, explains, words,
               knowledge, place, recorded_at, recorded_by)
            select practice_id, gen_random_uuid(), visit_id, patient_id, gen_random_uuid(), said, muscle, side, point,
                   reasons, explains, words, knowledge, place, recorded_at - n * interval '1 day', recorded_by
              from charting.target_entry
             cross join generate_series(1, :past) as n
             where practice_id = :practice
            """)
                .param("practice", room.clinic().id().value())
                .param("past", PAST)
                .update();
    }

    @Test
    void the_last_value_of_each_thing_is_found_in_one_query() {
        var last = room.in(() -> takeMeasures.last(
                room.clinic().id(),
                room.patient(),
                calendar.find(room.clinic().id(), today).orElseThrow()));
        assertThat(last.keySet()).containsExactlyInAnyOrderElementsOf(THINGS);
        assertThat(last.values()).allSatisfy(measure -> assertThat(measure.on()).isEqualTo(LocalDate.of(2026, 12, 2)));
    }

    @Test
    void it_steps_through_the_index_from_thing_to_thing_and_reads_no_other_row() {
        var plan = explain("explain (analyze, buffers) " + Measures.LAST);
        assertThat(plan).contains("measure_of_patient").doesNotContain("Seq Scan on measure");
        var read = plan.lines()
                .filter(line -> line.contains("measure_of_patient"))
                .map(line -> line.replaceAll(".*actual .*rows=([0-9.]+) loops=([0-9]+).*", "$1 $2")
                        .split(" "))
                .mapToDouble(each -> Double.parseDouble(each[0]) * Double.parseDouble(each[1]))
                .sum();
        assertThat(read).as(plan).isLessThanOrEqualTo(3 * THINGS.size());
    }

    @Test
    void the_last_targets_are_found_by_their_index() {
        assertThat(explain("explain " + TargetEntries.LAST_VISIT))
                .contains("target_entry_of_patient")
                .doesNotContain("Seq Scan");
    }

    private String explain(String statement) {
        return room.in(() -> transaction.execute(_ -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql(statement)
                            .param("practice", room.clinic().id().value())
                            .param("patient", room.patient().value())
                            .param("before", before(statement))
                            .param("except", new UUID(0, 1))
                            .query(String.class)
                            .list());
        }));
    }

    private static Object before(String statement) {
        return statement.contains("charting.measure")
                ? LocalDate.of(2026, 12, 2)
                : OffsetDateTime.parse("2026-12-03T00:00:00Z");
    }
}
