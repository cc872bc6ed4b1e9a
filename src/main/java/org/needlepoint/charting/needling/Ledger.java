package org.needlepoint.charting.needling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerBodies;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of sessions and their entries.
@Repository
class Ledger {
    private static final String COLUMNS =
            "s.id, s.visit_id, s.patient_id, s.practitioner_id, s.standing, s.opened_at, s.version";

    private final JdbcClient jdbc;
    private final LedgerBodies bodies = new LedgerBodies();

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A session without its entries.
    record Row(
            SessionId id,
            AppointmentId visit,
            PatientId patient,
            PractitionerId practitioner,
            Standing standing,
            Instant openedAt,
            int version) {
        SessionView with(List<LedgerEntry> entries) {
            return new SessionView(id, visit, patient, practitioner, openedAt, version, entries, Session.of(entries));
        }
    }

    void insert(PracticeId practice, Row session) {
        jdbc.sql("""
            insert into charting.session
              (practice_id, id, visit_id, patient_id, practitioner_id, standing, opened_at, version, changed_at)
            values
              (:practice, :id, :visit, :patient, :practitioner, :standing, :openedAt, :version, :openedAt)
            """)
                .param("practice", practice.value())
                .param("id", session.id().value())
                .param("visit", session.visit().value())
                .param("patient", session.patient().value())
                .param("practitioner", session.practitioner().value())
                .param("standing", session.standing().code())
                .param("openedAt", utc(session.openedAt()))
                .param("version", session.version())
                .update();
    }

    /// Takes the next version of a session and holds its row until the transaction ends, so that two closings, or a
    /// closing and an insertion, cannot race.
    Optional<Row> lock(PracticeId practice, SessionId id, Instant now) {
        return jdbc.sql("""
            update charting.session s
               set version = s.version + 1, changed_at = :now
             where s.practice_id = :practice
               and s.id = :id
            returning
            """ + COLUMNS)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("now", utc(now))
                .query((rs, _) -> row(rs))
                .optional();
    }

    /// Something reported, before it is stored.
    ///
    /// @param number the device's own; null lets the server give the next one of this device
    record Line(EventId id, DeviceId device, @Nullable Integer number, Instant happenedAt, LedgerEvent event) {}

    /// Appends what is not there yet. Only while the session's row is held.
    ///
    /// @return ids of the entries that are new
    Set<EventId> append(PracticeId practice, SessionId session, List<Line> lines, Instant now, UUID by) {
        return Set.copyOf(jdbc.sql("""
            with line as (
              select l.*, row_number() over (partition by l.device, l.number is null order by l.position) as place
                from unnest(cast(:ids as uuid[]), cast(:devices as uuid[]), cast(:numbers as int[]), cast(:kinds as text[]),
                            cast(:bodies as text[]), cast(:times as timestamptz[]))
                     with ordinality as l (id, device, number, kind, body, happened_at, position)
               where not exists (select 1
                                   from charting.ledger_event e
                                  where e.practice_id = :practice
                                    and e.id = l.id)
            )
            insert into charting.ledger_event
              (practice_id, id, session_id, device_id, number, kind, body, happened_at, recorded_at, recorded_by, version)
            select :practice, l.id, :session, l.device,
                   coalesce(l.number,
                            l.place + (select coalesce(max(e.number), 0)
                                         from charting.ledger_event e
                                        where e.practice_id = :practice
                                          and e.session_id = :session
                                          and e.device_id = l.device)),
                   l.kind, cast(l.body as jsonb), l.happened_at, :now, :by, s.version
              from line l
              join charting.session s on s.practice_id = :practice and s.id = :session
            on conflict do nothing
            returning id
            """)
                .param("practice", practice.value())
                .param("session", session.value())
                .param("ids", lines.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .param("devices", lines.stream().map(it -> it.device().value()).toArray(UUID[]::new))
                .param("numbers", lines.stream().map(Line::number).toArray(Integer[]::new))
                .param("kinds", lines.stream().map(it -> it.event().kind()).toArray(String[]::new))
                .param(
                        "bodies",
                        lines.stream().map(it -> bodies.write(it.event())).toArray(String[]::new))
                .param(
                        "times",
                        lines.stream().map(it -> it.happenedAt().toString()).toArray(String[]::new))
                .param("now", utc(now))
                .param("by", by)
                .query((rs, _) -> new EventId(rs.getObject("id", UUID.class)))
                .list());
    }

    /// Entries by id, whatever session they belong to.
    Map<EventId, Kept> kept(PracticeId practice, Collection<EventId> ids) {
        return jdbc
                .sql("""
                select e.session_id, e.id, e.device_id, e.number, e.happened_at, e.recorded_at, e.recorded_by, e.body
                  from charting.ledger_event e
                 where e.practice_id = :practice
                   and e.id = any(:ids)
                """)
                .param("practice", practice.value())
                .param("ids", ids.stream().map(EventId::value).toArray(UUID[]::new))
                .query((rs, _) -> new Kept(new SessionId(rs.getObject("session_id", UUID.class)), entry(rs)))
                .list()
                .stream()
                .collect(Collectors.toMap(it -> it.entry().id(), it -> it));
    }

    /// An entry and the session that it belongs to.
    record Kept(SessionId session, LedgerEntry entry) {}

    /// Whether a patient ever felt faint in a session here (rule C8).
    boolean everFaint(PracticeId practice, PatientId patient) {
        return jdbc.sql("""
            select exists (
              select 1
                from charting.session s
                join charting.ledger_event e on e.practice_id = s.practice_id and e.session_id = s.id
               where s.practice_id = :practice
                 and s.patient_id = :patient
                 and e.kind = 'felt-faint')
            """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query(Boolean.class)
                .single();
    }

    void stand(PracticeId practice, SessionId id, Standing standing) {
        jdbc.sql("""
            update charting.session
               set standing = :standing
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("standing", standing.code())
                .update();
    }

    Optional<Row> find(PracticeId practice, SessionId id) {
        return jdbc.sql("select " + COLUMNS + """
                  from charting.session s
                 where s.practice_id = :practice
                   and s.id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> row(rs))
                .optional();
    }

    /// The sessions of these ids that the practice has.
    List<Row> all(PracticeId practice, Collection<SessionId> ids) {
        return jdbc.sql("select " + COLUMNS + """
                  from charting.session s
                 where s.practice_id = :practice
                   and s.id = any(:ids)
                """)
                .param("practice", practice.value())
                .param("ids", ids.stream().map(SessionId::value).toArray(UUID[]::new))
                .query((rs, _) -> row(rs))
                .list();
    }

    /// The sessions of these visits.
    List<Row> ofVisits(PracticeId practice, Collection<AppointmentId> visits) {
        return jdbc.sql("select " + COLUMNS + """
                  from charting.session s
                 where s.practice_id = :practice
                   and s.visit_id = any(:visits)
                """)
                .param("practice", practice.value())
                .param("visits", visits.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query((rs, _) -> row(rs))
                .list();
    }

    Optional<Row> ofVisit(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("select " + COLUMNS + """
                  from charting.session s
                 where s.practice_id = :practice
                   and s.visit_id = :visit
                """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> row(rs))
                .optional();
    }

    /// The latest session of a patient before a time.
    Optional<Row> lastOf(PracticeId practice, PatientId patient, Instant before) {
        return jdbc.sql("select " + COLUMNS + """
                  from charting.session s
                 where s.practice_id = :practice
                   and s.patient_id = :patient
                   and s.opened_at < :before
                 order by s.opened_at desc
                 limit 1
                """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("before", utc(before))
                .query((rs, _) -> row(rs))
                .optional();
    }

    /// The latest session of a practitioner before a time.
    Optional<Row> lastBy(PracticeId practice, PractitionerId practitioner, Instant before) {
        return jdbc.sql("select " + COLUMNS + """
                  from charting.session s
                 where s.practice_id = :practice
                   and s.practitioner_id = :practitioner
                   and s.opened_at < :before
                 order by s.opened_at desc
                 limit 1
                """)
                .param("practice", practice.value())
                .param("practitioner", practitioner.value())
                .param("before", utc(before))
                .query((rs, _) -> row(rs))
                .optional();
    }

    /// Sessions that are not simply closed, oldest first.
    List<Row> unfinished(PracticeId practice, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                  from charting.session s
                 where s.practice_id = :practice
                   and s.standing <> 'closed'
                 order by s.opened_at
                 limit :limit
                """)
                .param("practice", practice.value())
                .param("limit", limit)
                .query((rs, _) -> row(rs))
                .list();
    }

    /// The entries of a session in the order in which they were recorded.
    List<LedgerEntry> entries(PracticeId practice, SessionId session) {
        return entries(practice, List.of(session)).getOrDefault(session, List.of());
    }

    /// The entries of a session that came after a version of it, in the order in which they were recorded.
    List<LedgerEntry> entriesSince(PracticeId practice, SessionId session, int version) {
        return jdbc.sql("""
            select e.id, e.device_id, e.number, e.happened_at, e.recorded_at, e.recorded_by, e.body
              from charting.ledger_event e
             where e.practice_id = :practice
               and e.session_id = :session
               and e.version > :version
             order by e.recorded_at, e.device_id, e.number
            """)
                .param("practice", practice.value())
                .param("session", session.value())
                .param("version", version)
                .query((rs, _) -> entry(rs))
                .list();
    }

    /// The entries of several sessions.
    Map<SessionId, List<LedgerEntry>> entries(PracticeId practice, Collection<SessionId> sessions) {
        return jdbc
                .sql("""
                select e.session_id, e.id, e.device_id, e.number, e.happened_at, e.recorded_at, e.recorded_by, e.body
                  from charting.ledger_event e
                 where e.practice_id = :practice
                   and e.session_id = any(:sessions)
                 order by e.recorded_at, e.device_id, e.number
                """)
                .param("practice", practice.value())
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query((rs, _) -> new Kept(new SessionId(rs.getObject("session_id", UUID.class)), entry(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kept::session, Collectors.mapping(Kept::entry, Collectors.toList())));
    }

    private LedgerEntry entry(ResultSet rs) throws SQLException {
        return new LedgerEntry(
                new EventId(rs.getObject("id", UUID.class)),
                new DeviceId(rs.getObject("device_id", UUID.class)),
                rs.getInt("number"),
                instant(rs, "happened_at"),
                instant(rs, "recorded_at"),
                rs.getObject("recorded_by", UUID.class),
                bodies.read(rs.getString("body")));
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                new SessionId(rs.getObject("id", UUID.class)),
                new AppointmentId(rs.getObject("visit_id", UUID.class)),
                new PatientId(rs.getObject("patient_id", UUID.class)),
                new PractitionerId(rs.getObject("practitioner_id", UUID.class)),
                Standing.of(rs.getString("standing")),
                instant(rs, "opened_at"),
                rs.getInt("version"));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
