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
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
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
                       s.entry_id is not null as struck
                  from charting.room_entry e
                  left join charting.struck_room_entry s on s.practice_id = e.practice_id and s.entry_id = e.id
                 where e.practice_id = :practice
                   and e.visit_id = :visit
                 order by e.recorded_at, e.id
                """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> entry(rs))
                .list();
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
                rs.getBoolean("struck"));
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
