package org.needlepoint.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What patients agreed to about photographs that the practice takes: apart from needling, with its own scope
/// and its own withdrawal. A patient's own upload needs none (rule P5).
@Repository
public class PhotoConsents {
    private final JdbcClient jdbc;
    private final Charts charts;
    private final AuditTrail audit;
    private final Clock clock;

    PhotoConsents(JdbcClient jdbc, Charts charts, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.charts = charts;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a photograph may be used for.
    public enum Use {
        /// Kept in the chart, seen by those who treat the patient here.
        CHART,
        /// Sent to other clinicians who treat the patient.
        REFERRER,
        /// Shown to students and colleagues, without name and face.
        TEACHING;

        /// As stored: `chart`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The use of a code that somebody sent; empty when there is none.
        public static Optional<Use> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(use -> use.code().equals(code))
                    .findFirst();
        }
    }

    /// Where it stands now.
    public sealed interface Standing {
        /// Nobody has asked.
        record NotAsked() implements Standing {}

        /// Given for these uses, one at least.
        record Given(Set<Use> uses, Instant at, Asked asked) implements Standing {
            public Given {
                uses = Set.copyOf(uses);
            }
        }

        /// The patient does not want photographs.
        record Refused(Instant at, Asked asked) implements Standing {}

        /// The patient took it back: no further photograph, and none is shown to anybody else.
        record Withdrawn(Instant at, Asked asked) implements Standing {}

        /// Whether a photograph may be used for this.
        default boolean allows(Use use) {
            return this instanceof Given given && given.uses().contains(use);
        }
    }

    /// Where a patient's consent to photographs stands.
    @Transactional(readOnly = true)
    public Standing standing(PracticeId practice, PatientId chart) {
        return jdbc.sql("""
                select kind, uses, at, how, actor_kind, actor_id, handed_by
                  from intake.photo_consent
                 where practice_id = :practice
                   and patient_id = any(:patients)
                 order by at desc, id desc
                 limit 1
                """)
                .param("practice", practice.value())
                .param("patients", charts.with(practice, chart).toArray(UUID[]::new))
                .query((rs, _) -> standing(rs))
                .optional()
                .orElseGet(Standing.NotAsked::new);
    }

    private static Standing standing(ResultSet rs) throws SQLException {
        var at = rs.getObject("at", OffsetDateTime.class).toInstant();
        var asked = AnswerRows.asked(rs);
        return switch (String.valueOf(rs.getString("kind"))) {
            case "given" ->
                new Standing.Given(
                        Stream.of((String[]) rs.getArray("uses").getArray())
                                .flatMap(code -> Use.ofCode(code).stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        at,
                        asked);
            case "refused" -> new Standing.Refused(at, asked);
            default -> new Standing.Withdrawn(at, asked);
        };
    }

    /// The patient agrees to photographs for these uses; what stood before is replaced.
    ///
    /// @param uses one at least
    @Transactional
    public void give(PracticeId practice, PatientId chart, @Nullable UUID visit, Set<Use> uses, Asked asked) {
        if (uses.isEmpty()) {
            throw new IllegalArgumentException("a consent to photographs names a use");
        }
        add(practice, chart, visit, "given", uses, asked);
    }

    /// The patient does not want photographs.
    @Transactional
    public void refuse(PracticeId practice, PatientId chart, @Nullable UUID visit, Asked asked) {
        add(practice, chart, visit, "refused", Set.of(), asked);
    }

    /// The patient takes it back. Changes nothing when none stands.
    @Transactional
    public void withdraw(PracticeId practice, PatientId chart, @Nullable UUID visit, Asked asked) {
        if (standing(practice, chart) instanceof Standing.Given) {
            add(practice, chart, visit, "withdrawn", Set.of(), asked);
        }
    }

    private void add(
            PracticeId practice,
            PatientId chart,
            @Nullable UUID visit,
            String kind,
            Collection<Use> uses,
            Asked asked) {
        var id = Uuid7.next();
        jdbc.sql("""
            insert into intake.photo_consent
              (practice_id, id, patient_id, visit_id, kind, uses, at, how, actor_kind, actor_id, handed_by)
            values (:practice, :id, :patient, :visit, :kind, :uses, :at, :how, :actorKind, :actor, :handedBy)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("patient", chart.value())
                .param("visit", visit)
                .param("kind", kind)
                .param("uses", uses.stream().map(Use::code).sorted().toArray(String[]::new))
                .param("at", OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .param("how", asked.how().code())
                .param("actorKind", asked.by().kind().name().toLowerCase(Locale.ROOT))
                .param("actor", asked.by().id())
                .param("handedBy", asked.handedBy())
                .update();
        var entry = AuditEntry.of(asked.by(), kind, "photo-consent", id).about(chart.value());
        audit.append(practice, visit == null ? entry : entry.during(visit));
    }
}
