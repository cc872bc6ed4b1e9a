package org.needlepoint.charting.injection;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.intake.ConsentId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The injections of a practice.
@Repository
public class Injections {
    private final JdbcClient jdbc;

    Injections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of a visit, in the order in which they were given; the wrong ones too.
    @Transactional(readOnly = true)
    public List<Injection> ofVisit(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
            select i.id, i.visit_id, i.drug, i.drug_name, i.dose, i.dose_unit, i.volume_ml, i.concentration,
                   i.concentration_unit, i.lot, i.expires, i.muscle, i.side, i.needle_gauge, i.needle_length_mm,
                   i.confirmed, i.weighed, i.against, i.reason, i.given_at, i.recorded_at, i.recorded_by, i.consent_id,
                   e.reason as wrong
              from charting.injection i
              left join charting.injection_in_error e on e.practice_id = i.practice_id and e.injection_id = i.id
             where i.practice_id = :practice
               and i.visit_id = :visit
             order by i.given_at, i.id
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> injection(rs))
                .list();
    }

    void insert(PracticeId practice, PatientId patient, Injection injection) {
        var shot = injection.shot();
        var concentration = shot.concentration();
        var consent = injection.consent();
        jdbc.sql("""
            insert into charting.injection
              (practice_id, id, visit_id, patient_id, drug, drug_name, dose, dose_unit, volume_ml, concentration,
               concentration_unit, lot, expires, muscle, side, needle_gauge, needle_length_mm, confirmed, weighed, against,
               reason, given_at, recorded_at, recorded_by, consent_id)
            values
              (:practice, :id, :visit, :patient, :drug, :named, :dose, :unit, :volume, :concentration,
               :concentrationUnit, :lot, :expires, :muscle, :side, :gauge, :length, :confirmed, :weighed, :against,
               :reason, :givenAt, :recordedAt, :by, :consent)
            """)
                .param("practice", practice.value())
                .param("id", injection.id().value())
                .param("visit", injection.visit().value())
                .param("patient", patient.value())
                .param("drug", shot.drug().code())
                .param("named", shot.named())
                .param("dose", shot.dose())
                .param("unit", shot.unit().code())
                .param("volume", shot.volumeMl())
                .param("concentration", concentration == null ? null : concentration.amount())
                .param(
                        "concentrationUnit",
                        concentration == null ? null : concentration.unit().code())
                .param("lot", shot.lot())
                .param("expires", shot.expires())
                .param("muscle", shot.muscle())
                .param("side", shot.side().name())
                .param("gauge", shot.gauge())
                .param("length", shot.needleLengthMm())
                .param("confirmed", codes(injection.confirmed(), Doubt::code))
                .param("weighed", codes(injection.weighed(), Function.identity()))
                .param("against", codes(injection.against(), Obstacle::code))
                .param("reason", injection.reason())
                .param("givenAt", utc(injection.givenAt()))
                .param("recordedAt", utc(injection.recordedAt()))
                .param("by", injection.recordedBy())
                .param("consent", consent == null ? null : consent.value())
                .update();
    }

    void markWrong(PracticeId practice, InjectionId id, String reason, Instant at, UUID by) {
        jdbc.sql("""
            insert into charting.injection_in_error (practice_id, injection_id, reason, marked_at, marked_by)
            values (:practice, :id, :reason, :at, :by)
            on conflict (practice_id, injection_id) do nothing
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("reason", reason)
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    private static Injection injection(ResultSet rs) throws SQLException {
        return new Injection(
                new InjectionId(rs.getObject("id", UUID.class)),
                new AppointmentId(rs.getObject("visit_id", UUID.class)),
                new Shot(
                        Drug.valueOf(constant(rs.getString("drug"))),
                        rs.getString("drug_name"),
                        rs.getBigDecimal("dose").stripTrailingZeros(),
                        DoseUnit.valueOf(constant(rs.getString("dose_unit"))),
                        rs.getBigDecimal("volume_ml").stripTrailingZeros(),
                        concentration(rs.getBigDecimal("concentration"), rs.getString("concentration_unit")),
                        rs.getString("lot"),
                        rs.getObject("expires", LocalDate.class),
                        rs.getString("muscle"),
                        Laterality.valueOf(rs.getString("side")),
                        rs.getInt("needle_gauge"),
                        rs.getInt("needle_length_mm")),
                set(rs, "confirmed", code -> Doubt.valueOf(constant(code))),
                set(rs, "weighed", Function.identity()),
                set(rs, "against", code -> Obstacle.valueOf(constant(code))),
                rs.getString("reason"),
                rs.getObject("given_at", OffsetDateTime.class).toInstant(),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getObject("recorded_by", UUID.class),
                consent(rs.getObject("consent_id", UUID.class)),
                rs.getString("wrong"));
    }

    private static @Nullable ConsentId consent(@Nullable UUID id) {
        return id == null ? null : new ConsentId(id);
    }

    private static @Nullable Concentration concentration(@Nullable BigDecimal amount, @Nullable String unit) {
        return amount == null || unit == null
                ? null
                : new Concentration(amount.stripTrailingZeros(), Concentration.Unit.valueOf(constant(unit)));
    }

    private static <T> Set<T> set(ResultSet rs, String column, Function<String, T> of) throws SQLException {
        return Arrays.stream((String[]) rs.getArray(column).getArray()).map(of).collect(Collectors.toSet());
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static <T> String[] codes(Collection<T> words, Function<T, String> code) {
        return words.stream().map(code).sorted().toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
