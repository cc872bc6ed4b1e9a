package org.needlepoint.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What patients said that makes needles easier for them. The latest counts; what was said before stays on record.
@Repository
public class Comforts {
    private final JdbcClient jdbc;
    private final Charts charts;
    private final AuditTrail audit;
    private final Clock clock;

    Comforts(JdbcClient jdbc, Charts charts, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.charts = charts;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was said at a time.
    public record Told(Comfort comfort, Instant at, Asked asked) {}

    /// What counts now; empty when nobody has said anything.
    @Transactional(readOnly = true)
    public Optional<Told> latest(PracticeId practice, PatientId chart) {
        return history(practice, chart).stream().findFirst();
    }

    /// Everything that was ever said, the latest first.
    @Transactional(readOnly = true)
    public List<Told> history(PracticeId practice, PatientId chart) {
        return jdbc.sql("""
            select position, talk, wishes, earlier, words, at, how, actor_kind, actor_id, handed_by
              from intake.comfort
             where practice_id = :practice
               and patient_id = any(:patients)
             order by at desc, id desc
            """)
                .param("practice", practice.value())
                .param("patients", charts.with(practice, chart).toArray(UUID[]::new))
                .query((rs, _) -> told(rs))
                .list();
    }

    /// Keeps what was said; the same again changes nothing.
    @Transactional
    public void tell(PracticeId practice, PatientId chart, UUID visit, Comfort comfort, Asked asked) {
        if (latest(practice, chart).map(Told::comfort).orElse(Comfort.NONE).equals(comfort)) {
            return;
        }
        var id = Uuid7.next();
        var position = comfort.position();
        var talk = comfort.talk();
        jdbc.sql("""
            insert into intake.comfort
              (practice_id, id, patient_id, visit_id, position, talk, wishes, earlier, words, at, how, actor_kind, actor_id,
               handed_by)
            values
              (:practice, :id, :patient, :visit, :position, :talk, :wishes, :earlier, :words, :at, :how, :actorKind, :actor,
               :handedBy)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("patient", chart.value())
                .param("visit", visit)
                .param("position", position == null ? null : position.code())
                .param("talk", talk == null ? null : talk.code())
                .param(
                        "wishes",
                        comfort.wishesInOrder().stream().map(Comfort.Wish::code).toArray(String[]::new))
                .param("earlier", comfort.earlier())
                .param("words", comfort.words())
                .param("at", OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .param("how", asked.how().code())
                .param("actorKind", asked.by().kind().name().toLowerCase(Locale.ROOT))
                .param("actor", asked.by().id())
                .param("handedBy", asked.handedBy())
                .update();
        audit.append(
                practice,
                AuditEntry.of(asked.by(), "told", "comfort", id)
                        .about(chart.value())
                        .during(visit));
    }

    private static Told told(ResultSet rs) throws SQLException {
        return new Told(
                new Comfort(
                        Comfort.Position.ofCode(rs.getString("position")).orElse(null),
                        Comfort.Talk.ofCode(rs.getString("talk")).orElse(null),
                        Stream.of((String[]) rs.getArray("wishes").getArray())
                                .flatMap(code -> Comfort.Wish.ofCode(code).stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        rs.getString("earlier"),
                        rs.getString("words")),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                AnswerRows.asked(rs));
    }
}
