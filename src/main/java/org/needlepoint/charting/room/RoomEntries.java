package org.needlepoint.charting.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.room.RoomEntry.Answer;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of who is in the room: added to, never changed.
@Repository
class RoomEntries {
    private final JdbcClient jdbc;

    RoomEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PracticeId practice, AppointmentId visit, PatientId chart, RoomEntry entry) {
        jdbc.sql("""
            insert into charting.room_entry
              (practice_id, id, visit_id, patient_id, kind, name, trainee_id, supervisor_id, recorded_at, recorded_by)
            values
              (:practice, :id, :visit, :patient, :kind, :name, :trainee, :supervisor, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", entry.id())
                .param("visit", visit.value())
                .param("patient", chart.value())
                .param("kind", entry.kind().code())
                .param("name", entry.name())
                .param("trainee", value(entry.trainee()))
                .param("supervisor", value(entry.supervisor()))
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("by", entry.by())
                .update();
    }

    /// Everything that was said at a visit, in the order in which it was said.
    List<RoomEntry> of(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
                select e.id, e.kind, e.name, e.trainee_id, e.supervisor_id, e.recorded_at, e.recorded_by,
                       s.entry_id is not null as struck, a.answer
                  from charting.room_entry e
                  left join charting.struck_room_entry s on s.practice_id = e.practice_id and s.entry_id = e.id
                  left join lateral (select w.answer
                                       from charting.supervision_answer w
                                      where w.practice_id = e.practice_id
                                        and w.entry_id = e.id
                                      order by w.answered_at desc, w.id desc
                                      limit 1) a on true
                 where e.practice_id = :practice
                   and e.visit_id = :visit
                 order by e.recorded_at, e.id
                """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> entry(rs))
                .list();
    }

    /// A supervision that waits for its supervisor.
    record Waiting(AppointmentId visit, PatientId chart, PractitionerId trainee, PractitionerId supervisor) {}

    /// Supervisions said since a time to which the supervisor has not said anything, the oldest first.
    List<Waiting> waiting(PracticeId practice, Instant since) {
        return jdbc.sql("""
                select e.visit_id, e.patient_id, e.trainee_id, e.supervisor_id
                  from charting.room_entry e
                 where e.practice_id = :practice
                   and e.kind = 'supervision'
                   and e.recorded_at >= :since
                   and not exists (select 1
                                     from charting.supervision_answer a
                                    where a.practice_id = e.practice_id
                                      and a.entry_id = e.id)
                   and not exists (select 1
                                     from charting.struck_room_entry s
                                    where s.practice_id = e.practice_id
                                      and s.entry_id = e.id)
                   and not exists (select 1
                                     from charting.room_entry l
                                    where l.practice_id = e.practice_id
                                      and l.visit_id = e.visit_id
                                      and l.recorded_at > e.recorded_at
                                      and (l.kind = 'supervision-ended' or l.trainee_id = e.trainee_id))
                 order by e.recorded_at, e.id
                """)
                .param("practice", practice.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new Waiting(
                        new AppointmentId(rs.getObject("visit_id", UUID.class)),
                        new PatientId(rs.getObject("patient_id", UUID.class)),
                        new PractitionerId(rs.getObject("trainee_id", UUID.class)),
                        new PractitionerId(rs.getObject("supervisor_id", UUID.class))))
                .list();
    }

    /// Keeps what a supervisor said to an entry.
    void answer(PracticeId practice, UUID entry, Answer answer, Instant at, UUID by) {
        jdbc.sql("""
            insert into charting.supervision_answer (practice_id, id, entry_id, answer, answered_at, answered_by)
            values (:practice, :id, :entry, :answer, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("entry", entry)
                .param("answer", answer.code())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /// Whether a session of a visit was ever opened.
    boolean hasSession(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
                select exists (select 1
                                 from charting.session s
                                where s.practice_id = :practice
                                  and s.visit_id = :visit)
                """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query(Boolean.class)
                .single();
    }

    /// Strikes an entry.
    ///
    /// @return false when it was struck before
    boolean strike(PracticeId practice, UUID entry, Instant at, UUID by) {
        return jdbc.sql("""
                insert into charting.struck_room_entry (practice_id, entry_id, struck_at, struck_by)
                values (:practice, :entry, :at, :by)
                on conflict do nothing
                """)
                        .param("practice", practice.value())
                        .param("entry", entry)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static RoomEntry entry(ResultSet rs) throws SQLException {
        return new RoomEntry(
                rs.getObject("id", UUID.class),
                RoomEntry.Kind.of(rs.getString("kind")),
                rs.getString("name"),
                practitioner(rs, "trainee_id"),
                practitioner(rs, "supervisor_id"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getObject("recorded_by", UUID.class),
                rs.getBoolean("struck"),
                answer(rs.getString("answer")));
    }

    private static @Nullable Answer answer(@Nullable String code) {
        return code == null ? null : Answer.of(code);
    }

    private static @Nullable PractitionerId practitioner(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, UUID.class))
                .map(PractitionerId::new)
                .orElse(null);
    }

    private static @Nullable UUID value(@Nullable PractitionerId practitioner) {
        return practitioner == null ? null : practitioner.value();
    }
}
