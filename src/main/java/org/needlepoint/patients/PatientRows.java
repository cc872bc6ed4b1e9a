package org.needlepoint.patients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Patient.Standing;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables of patients. Every search compares by `=` and `<` on key columns only: under row-level security nothing else
/// uses an index. Equality comes without an order, because an index that serves the order would tempt the planner away.
@Repository
class PatientRows {
    static final String SELECT = """
            select p.id, p.standing, p.name, p.birth_date, p.phone, p.email, p.locale, p.version, p.changed_at,
                   (select l.chart_id
                      from patients.link l
                     where l.practice_id = p.practice_id
                       and l.provisional_id = p.id
                       and l.undoes is null
                       and not exists (select 1
                                         from patients.link u
                                        where u.practice_id = l.practice_id
                                          and u.undoes = l.id)) as linked_to
              from patients.patient p
             where p.practice_id = :practice
            """;
    static final String BY_BIRTH_DATE = SELECT + """
               and p.birth_date = :birthDate
             limit :limit
            """;
    static final String BY_PHONE = SELECT + """
               and p.phone = :phone
             limit :limit
            """;
    static final String BY_EMAIL = SELECT + """
               and p.email_key = :email
             limit :limit
            """;
    static final String BY_WORDS = SELECT + """
               and p.id in (select w.patient_id
                              from patients.name_word w
                             where w.practice_id = :practice
                               and w.word >= :word
                               and w.word < :afterWord)
               and exists (select 1
                             from patients.name_word v
                            where v.practice_id = :practice
                              and v.patient_id = p.id
                              and v.word >= :other
                              and v.word < :afterOther)
             order by p.name_key, p.id
             limit :limit
            """;
    static final String BY_NAME = SELECT + """
               and p.name_key >= :name
               and p.name_key < :afterName
             order by p.name_key, p.id
             limit :limit
            """;
    static final String PROVISIONAL = SELECT + """
               and p.standing = 'provisional'
             order by p.changed_at desc
             limit :limit
            """;

    private final JdbcClient jdbc;

    PatientRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PracticeId practice, PatientId id, Standing standing, Demographics who, Actor actor, Instant now) {
        jdbc.sql("""
            insert into patients.patient
              (practice_id, id, standing, name, name_key, birth_date, phone, email, email_key, locale, changed_at)
            values
              (:practice, :id, :standing, :name, :nameKey, :birthDate, :phone, :email, :emailKey, :locale, :now)
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("standing", code(standing))
                .param("name", who.name())
                .param("nameKey", SearchKeys.name(who.name()))
                .param("birthDate", who.birthDate())
                .param("phone", who.phone())
                .param("email", who.email())
                .param("emailKey", who.email() == null ? null : SearchKeys.email(who.email()))
                .param("locale", who.locale().getLanguage())
                .param("now", utc(now))
                .update();
        insertWords(practice, id, who.name());
        remember(practice, id, actor);
    }

    void update(PracticeId practice, PatientId id, Standing standing, Demographics who, Actor actor, Instant now) {
        jdbc.sql("""
            update patients.patient
               set standing = :standing, name = :name, name_key = :nameKey, birth_date = :birthDate, phone = :phone,
                   email = :email, email_key = :emailKey, locale = :locale, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("standing", code(standing))
                .param("name", who.name())
                .param("nameKey", SearchKeys.name(who.name()))
                .param("birthDate", who.birthDate())
                .param("phone", who.phone())
                .param("email", who.email())
                .param("emailKey", who.email() == null ? null : SearchKeys.email(who.email()))
                .param("locale", who.locale().getLanguage())
                .param("now", utc(now))
                .update();
        jdbc.sql("""
            delete from patients.name_word
             where practice_id = :practice
               and patient_id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
        insertWords(practice, id, who.name());
        remember(practice, id, actor);
    }

    private void insertWords(PracticeId practice, PatientId id, String name) {
        jdbc.sql("""
            insert into patients.name_word (practice_id, word, patient_id)
            select :practice, word, :id
              from unnest(:words) as word
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("words", SearchKeys.words(name).toArray(String[]::new))
                .update();
    }

    /// Copies the row as it stands to the history.
    private void remember(PracticeId practice, PatientId id, Actor actor) {
        jdbc.sql("""
            insert into patients.patient_history
              (practice_id, patient_id, version, standing, name, birth_date, phone, email, locale, changed_at,
               changed_by_kind, changed_by)
            select practice_id, id, version, standing, name, birth_date, phone, email, locale, changed_at, :byKind, :by
              from patients.patient
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("byKind", actor.kind().name().toLowerCase(Locale.ROOT))
                .param("by", actor.id())
                .update();
    }

    Optional<Patient> find(PracticeId practice, PatientId id) {
        return jdbc.sql(SELECT + "   and p.id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> patient(rs))
                .optional();
    }

    /// Holds the row until the transaction ends, so that two people at the front desk cannot decide differently.
    Optional<Patient> lock(PracticeId practice, PatientId id) {
        jdbc.sql("""
            select 1
              from patients.patient
             where practice_id = :practice
               and id = :id
               for update
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        return find(practice, id);
    }

    List<Patient> ofChart(PracticeId practice, PatientId chart) {
        return jdbc.sql(SELECT + """
               and p.id in (select l.provisional_id
                              from patients.link l
                             where l.practice_id = :practice
                               and l.chart_id = :chart
                               and l.undoes is null
                               and not exists (select 1
                                                 from patients.link u
                                                where u.practice_id = l.practice_id
                                                  and u.undoes = l.id))
             order by p.changed_at, p.id
            """)
                .param("practice", practice.value())
                .param("chart", chart.value())
                .query((rs, _) -> patient(rs))
                .list();
    }

    List<Patient> byBirthDate(PracticeId practice, LocalDate birthDate, int limit) {
        return jdbc.sql(BY_BIRTH_DATE)
                .param("practice", practice.value())
                .param("birthDate", birthDate)
                .param("limit", limit)
                .query((rs, _) -> patient(rs))
                .list();
    }

    List<Patient> byPhone(PracticeId practice, String phone, int limit) {
        return jdbc.sql(BY_PHONE)
                .param("practice", practice.value())
                .param("phone", phone)
                .param("limit", limit)
                .query((rs, _) -> patient(rs))
                .list();
    }

    List<Patient> byEmail(PracticeId practice, String email, int limit) {
        return jdbc.sql(BY_EMAIL)
                .param("practice", practice.value())
                .param("email", SearchKeys.email(email))
                .param("limit", limit)
                .query((rs, _) -> patient(rs))
                .list();
    }

    List<Patient> byName(PracticeId practice, String prefix, int limit) {
        return jdbc.sql(BY_NAME)
                .param("practice", practice.value())
                .param("name", prefix)
                .param("afterName", SearchKeys.after(prefix))
                .param("limit", limit)
                .query((rs, _) -> patient(rs))
                .list();
    }

    /// Patients with a word that begins as `word` does and one that begins as `other` does.
    List<Patient> byWords(PracticeId practice, String word, String other, int limit) {
        return jdbc.sql(BY_WORDS)
                .param("practice", practice.value())
                .param("word", word)
                .param("afterWord", SearchKeys.after(word))
                .param("other", other)
                .param("afterOther", SearchKeys.after(other))
                .param("limit", limit)
                .query((rs, _) -> patient(rs))
                .list();
    }

    List<Patient> provisional(PracticeId practice, int limit) {
        return jdbc.sql(PROVISIONAL)
                .param("practice", practice.value())
                .param("limit", limit)
                .query((rs, _) -> patient(rs))
                .list();
    }

    void link(
            PracticeId practice,
            PatientId provisional,
            PatientId chart,
            @Nullable UUID undoes,
            Actor actor,
            Instant now) {
        jdbc.sql("""
            insert into patients.link (practice_id, id, provisional_id, chart_id, undoes, at, by_kind, by_id)
            values (:practice, :id, :provisional, :chart, :undoes, :now, :byKind, :by)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("provisional", provisional.value())
                .param("chart", chart.value())
                .param("undoes", undoes)
                .param("now", utc(now))
                .param("byKind", actor.kind().name().toLowerCase(Locale.ROOT))
                .param("by", actor.id())
                .update();
    }

    /// The link that holds now.
    Optional<UUID> currentLink(PracticeId practice, PatientId provisional) {
        return jdbc.sql("""
            select l.id
              from patients.link l
             where l.practice_id = :practice
               and l.provisional_id = :provisional
               and l.undoes is null
               and not exists (select 1
                                 from patients.link u
                                where u.practice_id = :practice
                                  and u.undoes = l.id)
            """)
                .param("practice", practice.value())
                .param("provisional", provisional.value())
                .query(UUID.class)
                .optional();
    }

    private static Patient patient(ResultSet rs) throws SQLException {
        var linked = rs.getObject("linked_to", UUID.class);
        return new Patient(
                new PatientId(rs.getObject("id", UUID.class)),
                Standing.valueOf(rs.getString("standing").toUpperCase(Locale.ROOT)),
                new Demographics(
                        rs.getString("name"),
                        rs.getObject("birth_date", LocalDate.class),
                        rs.getString("phone"),
                        rs.getString("email"),
                        Locale.forLanguageTag(rs.getString("locale"))),
                linked == null ? null : new PatientId(linked),
                rs.getInt("version"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static String code(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
