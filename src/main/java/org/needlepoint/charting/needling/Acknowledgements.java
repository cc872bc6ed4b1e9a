package org.needlepoint.charting.needling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.Hazard;
import org.needlepoint.charting.SessionId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of what was acknowledged.
@Repository
class Acknowledgements {
    private final JdbcClient jdbc;

    Acknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PracticeId practice, PatientId patient, Acknowledgement given) {
        jdbc.sql("""
            insert into charting.acknowledgement
              (practice_id, id, session_id, patient_id, kind, region, side, hazard_classes, subjects, facts_hash, reason,
               acknowledged_at, acknowledged_by)
            values
              (:practice, :id, :session, :patient, :kind, :region, :side, cast(:classes as text[]),
               cast(:subjects as text[]), :hash, :reason, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("session", given.session().value())
                .param("patient", patient.value())
                .param("kind", given.kind().code())
                .param("region", given.region())
                .param("side", given.side().name())
                .param(
                        "classes",
                        given.classes().stream()
                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .toArray(String[]::new))
                .param("subjects", given.subjects().stream().sorted().toArray(String[]::new))
                .param("hash", given.factsHash())
                .param("reason", given.reason())
                .param("at", Ledger.utc(given.at()))
                .param("by", given.by())
                .update();
    }

    /// What was acknowledged for a patient since a time, newest first.
    List<Acknowledgement> of(PracticeId practice, PatientId patient, Instant since) {
        return jdbc.sql("""
            select a.session_id, a.kind, a.region, a.side, a.hazard_classes, a.subjects, a.facts_hash, a.reason,
                   a.acknowledged_at, a.acknowledged_by
              from charting.acknowledgement a
             where a.practice_id = :practice
               and a.patient_id = :patient
               and a.acknowledged_at >= :since
             order by a.acknowledged_at desc
            """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("since", Ledger.utc(since))
                .query((rs, _) -> acknowledgement(rs))
                .list();
    }

    private static Acknowledgement acknowledgement(ResultSet rs) throws SQLException {
        var classes = (String[]) rs.getArray("hazard_classes").getArray();
        return new Acknowledgement(
                new SessionId(rs.getObject("session_id", UUID.class)),
                Acknowledgement.Kind.of(rs.getString("kind")),
                rs.getString("region"),
                Laterality.valueOf(rs.getString("side")),
                Arrays.stream(classes)
                        .map(it -> Hazard.Kind.valueOf(it.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                Set.of((String[]) rs.getArray("subjects").getArray()),
                rs.getString("facts_hash"),
                rs.getString("reason"),
                Ledger.instant(rs, "acknowledged_at"),
                rs.getObject("acknowledged_by", UUID.class));
    }
}
