package org.needlepoint.charting.measures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of measures: added to, never changed. Callers open the transaction.
@Repository
public class Measures {
    private static final RowMapper<Measure> MEASURE = (rs, _) -> measure(rs);

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    Measures(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /// Adds a measure.
    ///
    /// @throws IllegalArgumentException when there is no such thing to measure
    public void add(PracticeId practice, AppointmentId visit, PatientId patient, Measure measure) {
        var what = measure.what();
        var scale = catalogue
                .scale(what)
                .orElseThrow(() -> new IllegalArgumentException("nothing is measured as " + what.key()));
        var number = measure.value() instanceof Value.Quantity it ? it : null;
        jdbc.sql("""
            insert into charting.measure
              (practice_id, id, visit_id, patient_id, measured, kind, code, side, manner, moment, value, readings, unit,
               word, remark, instrument, painful, same_as, measured_on, recorded_at, recorded_by)
            values
              (:practice, :id, :visit, :patient, :measured, :kind, :code, :side, :manner, :moment, :value, :readings, :unit,
               :word, :remark, :instrument, :painful, :sameAs, :on, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", measure.id().value())
                .param("visit", visit.value())
                .param("patient", patient.value())
                .param("measured", what.key())
                .param("kind", what.kind().word())
                .param("code", what.code())
                .param("side", what.side().name())
                .param("manner", what.manner().word())
                .param("moment", measure.moment().word())
                .param("value", number == null ? null : BigDecimal.valueOf(number.mean()))
                .param("readings", number == null ? null : readings(number))
                .param("unit", scale instanceof Scale.Numbers in ? in.unit().word() : null)
                .param("word", measure.value() instanceof Value.Word(var word) ? word : null)
                .param("remark", measure.value() instanceof Value.Remark(var text) ? text : null)
                .param(
                        "instrument",
                        Optional.ofNullable(measure.instrument())
                                .map(Instrument::word)
                                .orElse(null))
                .param("painful", measure.painful())
                .param(
                        "sameAs",
                        Optional.ofNullable(measure.sameAs())
                                .map(MeasureId::value)
                                .orElse(null))
                .param("on", measure.on())
                .param("at", measure.at().atOffset(ZoneOffset.UTC))
                .param("by", measure.by())
                .update();
    }

    private static BigDecimal[] readings(Value.Quantity number) {
        return number.readings().stream().map(BigDecimal::valueOf).toArray(BigDecimal[]::new);
    }

    /// Says that a measure of a visit was entered in error; saying it twice changes nothing.
    ///
    /// @return whether the visit has such a measure
    public boolean enteredInError(PracticeId practice, AppointmentId visit, MeasureId measure, Instant at, UUID by) {
        return jdbc.sql("""
            insert into charting.measure_error (practice_id, measure_id, recorded_at, recorded_by)
            select m.practice_id, m.id, :at, :by
              from charting.measure m
             where m.practice_id = :practice
               and m.id = :id
               and m.visit_id = :visit
            on conflict do nothing
            """)
                        .param("practice", practice.value())
                        .param("visit", visit.value())
                        .param("id", measure.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                > 0;
    }

    /// All that was measured at a visit.
    public VisitMeasures of(PracticeId practice, AppointmentId visit) {
        return new VisitMeasures(jdbc.sql("""
            select m.*, e.measure_id is not null as in_error
              from charting.measure m
              left join charting.measure_error e on e.practice_id = m.practice_id and e.measure_id = m.id
             where m.practice_id = :practice
               and m.visit_id = :visit
             order by m.recorded_at, m.id
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query(MEASURE)
                .list());
    }

    /// Steps from one thing that was ever measured to the next, and takes the last of each: as many steps as things,
    /// however many visits there were.
    public static final String LAST = """
        with recursive last as (
          (select m.*
             from charting.measure m
            where m.practice_id = :practice
              and m.patient_id = :patient
              and m.measured_on <= :before
              and m.visit_id <> :except
              and not exists (
                select 1
                  from charting.measure_error e
                 where e.practice_id = m.practice_id
                   and e.measure_id = m.id)
            order by m.measured, m.measured_on desc, m.recorded_at desc, m.id desc
            limit 1)
          union all
          select step.*
            from last
           cross join lateral (
             select m.*
               from charting.measure m
              where m.practice_id = :practice
                and m.patient_id = :patient
                and m.measured > last.measured
                and m.measured_on <= :before
                and m.visit_id <> :except
                and not exists (
                  select 1
                    from charting.measure_error e
                   where e.practice_id = m.practice_id
                     and e.measure_id = m.id)
              order by m.measured, m.measured_on desc, m.recorded_at desc, m.id desc
              limit 1) step
        )
        select last.*, false as in_error
          from last
        """;

    /// The last of each thing that was measured of a patient up to a day, one visit excepted.
    public Map<Measured, Measure> last(PracticeId practice, PatientId patient, LocalDate before, AppointmentId except) {
        var last = new HashMap<Measured, Measure>();
        jdbc.sql(LAST)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("before", before)
                .param("except", except.value())
                .query(MEASURE)
                .list()
                .forEach(measure -> last.put(measure.what(), measure));
        return last;
    }

    private static Measure measure(ResultSet rs) throws SQLException {
        return new Measure(
                new MeasureId(rs.getObject("id", UUID.class)),
                Measured.of(rs.getString("measured")).orElseThrow(),
                value(rs),
                Moment.of(rs.getString("moment")).orElseThrow(),
                instrument(rs.getString("instrument")),
                rs.getBoolean("painful"),
                Optional.ofNullable(rs.getObject("same_as", UUID.class))
                        .map(MeasureId::new)
                        .orElse(null),
                rs.getObject("measured_on", LocalDate.class),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getObject("recorded_by", UUID.class),
                rs.getBoolean("in_error"));
    }

    private static @Nullable Instrument instrument(@Nullable String word) {
        return word == null ? null : Instrument.of(word).orElseThrow();
    }

    private static Value value(ResultSet rs) throws SQLException {
        var mean = rs.getBigDecimal("value");
        if (mean != null) {
            var readings = (BigDecimal[]) rs.getArray("readings").getArray();
            return new Value.Quantity(
                    mean.doubleValue(),
                    Arrays.stream(readings).map(BigDecimal::doubleValue).toList());
        }
        var word = rs.getString("word");
        return word != null ? new Value.Word(word) : new Value.Remark(rs.getString("remark"));
    }
}
