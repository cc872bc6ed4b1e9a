package org.needlepoint.charting.examination;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of findings: added to, never changed.
@Repository
class Findings {
    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PracticeId practice, AppointmentId visit, PatientId patient, Finding finding) {
        jdbc.sql("""
            insert into charting.finding
              (practice_id, id, visit_id, patient_id, muscle, side, point, sign, outcome, zones, knowledge, recorded_at,
               recorded_by)
            values
              (:practice, :id, :visit, :patient, :muscle, :side, :point, :sign, :outcome, :zones, :knowledge, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("visit", visit.value())
                .param("patient", patient.value())
                .param("muscle", finding.muscle())
                .param("side", finding.side().name())
                .param("point", finding.point())
                .param("sign", finding.sign().word())
                .param("outcome", finding.outcome().word())
                .param("zones", zones(finding))
                .param("knowledge", finding.knowledge())
                .param("at", finding.at().atOffset(ZoneOffset.UTC))
                .param("by", finding.by())
                .update();
    }

    private static String @Nullable [] zones(Finding finding) {
        return finding.zones().isEmpty()
                ? null
                : finding.zones().stream().map(ZonePlace::word).toArray(String[]::new);
    }

    private static List<ZonePlace> zones(@Nullable Array stored) throws SQLException {
        return stored == null
                ? List.of()
                : Arrays.stream((String[]) stored.getArray())
                        .map(word -> ZonePlace.of(word).orElseThrow())
                        .toList();
    }

    /// All that was ever said at a visit, in the order in which it was said.
    List<Finding> of(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
            select f.muscle, f.side, f.point, f.sign, f.outcome, f.zones, f.knowledge, f.recorded_at, f.recorded_by
              from charting.finding f
             where f.practice_id = :practice
               and f.visit_id = :visit
             order by f.recorded_at, f.id
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> finding(rs))
                .list();
    }

    private static Finding finding(ResultSet rs) throws SQLException {
        return new Finding(
                rs.getString("muscle"),
                Laterality.valueOf(rs.getString("side")),
                rs.getString("point"),
                Sign.of(rs.getString("sign")).orElseThrow(),
                Outcome.of(rs.getString("outcome")).orElseThrow(),
                zones(rs.getArray("zones")),
                rs.getString("knowledge"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getObject("recorded_by", UUID.class));
    }
}
