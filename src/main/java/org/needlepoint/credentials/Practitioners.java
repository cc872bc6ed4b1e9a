package org.needlepoint.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The practitioners of a practice.
@Repository
public class Practitioners {
    private static final String COLUMNS =
            "id, name, credentials, profession, languages, bio, phone, account_id, position, active, version\n";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    Practitioners(JdbcClient jdbc, JsonMapper json, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is said of a practitioner when they join; the meaning of each is [Practitioner]'s.
    public record Joining(
            String name,
            String credentials,
            Profession profession,
            List<String> languages,
            Texts bio,
            @Nullable String phone,
            @Nullable UUID account,
            int position) {}

    /// Adds a practitioner who takes bookings from now on.
    @Transactional
    public PractitionerId add(PracticeId practice, Joining joining, Actor actor) {
        var id = PractitionerId.next();
        jdbc.sql("""
            insert into credentials.practitioner
              (practice_id, id, name, credentials, profession, languages, bio, phone, account_id, position, changed_at)
            values
              (:practice, :id, :name, :credentials, :profession, :languages, cast(:bio as jsonb), :phone, :account,
               :position, :now)
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("name", joining.name())
                .param("credentials", joining.credentials())
                .param("profession", joining.profession().code())
                .param("languages", joining.languages().toArray(String[]::new))
                .param("bio", json.writeValueAsString(joining.bio()))
                .param("phone", joining.phone())
                .param("account", joining.account())
                .param("position", joining.position())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.append(practice, AuditEntry.of(actor, "added", "practitioner", id.value()));
        return id;
    }

    /// Says whether a practitioner takes bookings.
    ///
    /// @return false when the practice has no such practitioner
    @Transactional
    public boolean setActive(PracticeId practice, PractitionerId id, boolean active, Actor actor) {
        int changed = jdbc.sql("""
            update credentials.practitioner
               set active = :active, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("active", active)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (changed == 1) {
            audit.append(
                    practice, AuditEntry.of(actor, active ? "activated" : "deactivated", "practitioner", id.value()));
        }
        return changed == 1;
    }

    /// Those who take bookings, in the order of lists.
    @Transactional(readOnly = true)
    public List<Practitioner> active(PracticeId practice) {
        return all(practice).stream().filter(Practitioner::active).toList();
    }

    /// The same, ids alone: a search for openings reads them for each request.
    @Transactional(readOnly = true)
    public List<PractitionerId> activeIds(PracticeId practice) {
        return jdbc.sql("""
                select id
                  from credentials.practitioner
                 where practice_id = :practice
                   and active
                 order by position, id
                """)
                .param("practice", practice.value())
                .query((rs, _) -> new PractitionerId(rs.getObject("id", UUID.class)))
                .list();
    }

    /// Everyone, those who have left included, in the order of lists.
    @Transactional(readOnly = true)
    public List<Practitioner> all(PracticeId practice) {
        return jdbc.sql("select " + COLUMNS + """
                  from credentials.practitioner
                 where practice_id = :practice
                 order by position, id
                """)
                .param("practice", practice.value())
                .query((rs, _) -> practitioner(rs))
                .list();
    }

    /// One practitioner; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<Practitioner> find(PracticeId practice, PractitionerId id) {
        return jdbc.sql("select " + COLUMNS + """
                  from credentials.practitioner
                 where practice_id = :practice
                   and id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> practitioner(rs))
                .optional();
    }

    /// The practitioner who works with a sign-in.
    @Transactional(readOnly = true)
    public Optional<Practitioner> ofAccount(PracticeId practice, UUID account) {
        return jdbc.sql("select " + COLUMNS + """
                  from credentials.practitioner
                 where practice_id = :practice
                   and account_id = :account
                """)
                .param("practice", practice.value())
                .param("account", account)
                .query((rs, _) -> practitioner(rs))
                .optional();
    }

    private Practitioner practitioner(ResultSet rs) throws SQLException {
        return new Practitioner(
                new PractitionerId(rs.getObject("id", UUID.class)),
                rs.getString("name"),
                rs.getString("credentials"),
                Profession.of(rs.getString("profession")),
                List.of((String[]) rs.getArray("languages").getArray()),
                json.readValue(rs.getString("bio"), Texts.class),
                rs.getString("phone"),
                rs.getObject("account_id", UUID.class),
                rs.getInt("position"),
                rs.getBoolean("active"),
                rs.getInt("version"));
    }
}
