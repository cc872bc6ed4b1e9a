package org.needlepoint.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of appointments and their history.
@Repository
class Appointments {
    static final String COLUMNS = """
            a.id, a.status, a.service_id, a.service_name, a.modality, a.price_cents, a.currency, a.practitioner_id,
            a.location_id, a.room_id, a.patient_id, a.local_start, a.zone, a.starts_at, a.ends_at, a.cancel_reason,
            a.version, a.changed_at
            """;

    private final JdbcClient jdbc;
    private final Columns columns;

    Appointments(JdbcClient jdbc, Columns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    void insert(PracticeId practice, Appointment visit, Actor actor) {
        insert(practice, visit, Lane.USUAL, actor);
    }

    void insert(PracticeId practice, Appointment visit, Lane lane, Actor actor) {
        var room = visit.room();
        jdbc.sql("""
            with booked as (
            insert into scheduling.appointment
              (practice_id, id, status, service_id, service_name, modality, price_cents, currency, practitioner_id, location_id,
               room_id, patient_id, local_start, zone, starts_at, ends_at, lane, overlap_role, overlap_reason,
               booked_at, version, changed_at)
            values
              (:practice, :id, :status, :service, cast(:serviceName as jsonb), :modality, :cents, :currency, :practitioner,
               :location, :room, :patient, :localStart, :zone, :startsAt, :endsAt, :lane, :overlapRole, :overlapReason,
               :now, :version, :now)
            returning *)
            insert into scheduling.appointment_history
              (practice_id, appointment_id, version, status, practitioner_id, location_id, room_id, local_start, zone,
               starts_at, ends_at, lane, overlap_role, overlap_reason, cancel_reason, changed_at, changed_by_kind,
               changed_by)
            select practice_id, id, version, status, practitioner_id, location_id, room_id, local_start, zone,
                   starts_at, ends_at, lane, overlap_role, overlap_reason, cancel_reason, changed_at, :byKind, :by
              from booked
             where practice_id = :practice
            """)
                .param("practice", practice.value())
                .param("id", visit.id().value())
                .param("status", visit.status().code())
                .param("service", visit.service().value())
                .param("serviceName", columns.json(visit.serviceName()))
                .param("modality", visit.modality().code())
                .param("cents", visit.price().cents())
                .param("currency", visit.price().currency().getCurrencyCode())
                .param("practitioner", visit.practitioner().value())
                .param("location", visit.location())
                .param("room", room == null ? null : room.value())
                .param("patient", visit.patient().value())
                .param("localStart", visit.localStart())
                .param("zone", visit.zone().getId())
                .param("startsAt", Columns.utc(visit.startsAt()))
                .param("endsAt", Columns.utc(visit.endsAt()))
                .param("lane", lane.number())
                .param("overlapRole", lane.role())
                .param("overlapReason", lane.reason())
                .param("version", visit.version())
                .param("now", Columns.utc(visit.changedAt()))
                .param("byKind", actor.kind().name().toLowerCase(Locale.ROOT))
                .param("by", actor.id())
                .update();
    }

    /// Holds the row until the transaction ends, so that two changes cannot race.
    Optional<Appointment> lock(PracticeId practice, AppointmentId id) {
        return jdbc.sql("select " + COLUMNS + """
                  from scheduling.appointment a
                 where a.practice_id = :practice
                   and a.id = :id
                   for update
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> appointment(rs))
                .optional();
    }

    Optional<Appointment> find(PracticeId practice, AppointmentId id) {
        return jdbc.sql("select " + COLUMNS + """
                  from scheduling.appointment a
                 where a.practice_id = :practice
                   and a.id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> appointment(rs))
                .optional();
    }

    /// Writes where a visit stands now and on which lane, as the next version.
    Appointment place(PracticeId practice, Appointment visit, Lane lane, Instant now, Actor actor) {
        jdbc.sql("""
            update scheduling.appointment
               set lane = :lane, overlap_role = :role, overlap_reason = :reason
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", visit.id().value())
                .param("lane", lane.number())
                .param("role", lane.role())
                .param("reason", lane.reason())
                .update();
        return update(practice, visit, now, actor);
    }

    /// Writes what moves or ends, as the next version; the lane stays.
    Appointment update(PracticeId practice, Appointment visit, Instant now, Actor actor) {
        var room = visit.room();
        var reason = visit.cancelReason();
        jdbc.sql("""
            update scheduling.appointment
               set status = :status, practitioner_id = :practitioner, location_id = :location, room_id = :room,
                   local_start = :localStart, zone = :zone, starts_at = :startsAt, ends_at = :endsAt,
                   cancel_reason = :reason, version = version + 1, changed_at = :now,
                   confirmed_at = case when starts_at = :startsAt then confirmed_at end
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", visit.id().value())
                .param("status", visit.status().code())
                .param("practitioner", visit.practitioner().value())
                .param("location", visit.location())
                .param("room", room == null ? null : room.value())
                .param("localStart", visit.localStart())
                .param("zone", visit.zone().getId())
                .param("startsAt", Columns.utc(visit.startsAt()))
                .param("endsAt", Columns.utc(visit.endsAt()))
                .param("reason", reason == null ? null : reason.code())
                .param("now", Columns.utc(now))
                .update();
        remember(practice, visit.id(), actor);
        return find(practice, visit.id()).orElseThrow();
    }

    /// The lane on which a visit lies.
    Lane laneOf(PracticeId practice, AppointmentId id) {
        return jdbc.sql("""
            select lane, overlap_role, overlap_reason
              from scheduling.appointment
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> {
                    var role = rs.getString("overlap_role");
                    return Lane.of(
                            rs.getInt("lane"),
                            role == null ? null : new Overlap(Overlap.Role.of(role), rs.getString("overlap_reason")));
                })
                .single();
    }

    /// Writes other instants of the same local time, as the next version: what the patient confirmed stays confirmed.
    void shift(PracticeId practice, AppointmentId id, Duration by, int lane, Instant now, Actor actor) {
        jdbc.sql("""
            update scheduling.appointment
               set starts_at = starts_at + make_interval(secs => :seconds),
                   ends_at = ends_at + make_interval(secs => :seconds),
                   lane = :lane, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("seconds", by.toSeconds())
                .param("lane", lane)
                .param("now", Columns.utc(now))
                .update();
        remember(practice, id, actor);
    }

    /// Notes when the patient said that they are coming, as the next version.
    Appointment confirm(PracticeId practice, AppointmentId id, Instant now, Actor actor) {
        jdbc.sql("""
            update scheduling.appointment
               set confirmed_at = :now, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("now", Columns.utc(now))
                .update();
        remember(practice, id, actor);
        return find(practice, id).orElseThrow();
    }

    Set<AppointmentId> confirmed(PracticeId practice, Collection<AppointmentId> of) {
        return Set.copyOf(jdbc.sql("""
            select a.id
              from unnest(:ids::uuid[]) as wanted (id)
              join scheduling.appointment a on a.practice_id = :practice and a.id = wanted.id
             where a.confirmed_at is not null
            """)
                .param("practice", practice.value())
                .param("ids", of.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query((rs, _) -> new AppointmentId(Columns.uuid(rs, "id")))
                .list());
    }

    /// Copies the row as it stands to the history.
    private void remember(PracticeId practice, AppointmentId id, Actor actor) {
        jdbc.sql("""
            insert into scheduling.appointment_history
              (practice_id, appointment_id, version, status, practitioner_id, location_id, room_id, local_start, zone,
               starts_at, ends_at, lane, overlap_role, overlap_reason, cancel_reason, changed_at, changed_by_kind,
               changed_by)
            select practice_id, id, version, status, practitioner_id, location_id, room_id, local_start, zone,
                   starts_at, ends_at, lane, overlap_role, overlap_reason, cancel_reason, changed_at, :byKind, :by
              from scheduling.appointment
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("byKind", actor.kind().name().toLowerCase(Locale.ROOT))
                .param("by", actor.id())
                .update();
    }

    void insertPain(PracticeId practice, AppointmentId id, PainReport pain) {
        jdbc.sql("""
            insert into scheduling.appointment_pain
              (practice_id, appointment_id, marks, outlines, map_version, red_flags, level)
            values
              (:practice, :id, cast(:marks as jsonb), cast(:outlines as jsonb), :mapVersion, cast(:redFlags as jsonb), :level)
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("marks", columns.json(pain.marks()))
                .param("outlines", columns.json(pain.outlines()))
                .param("mapVersion", pain.mapVersion())
                .param("redFlags", columns.json(pain.redFlags()))
                .param("level", pain.level())
                .update();
    }

    PainReport painOf(PracticeId practice, AppointmentId id) {
        return jdbc.sql("""
            select marks, outlines, map_version, red_flags, level
              from scheduling.appointment_pain
             where practice_id = :practice
               and appointment_id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> new PainReport(
                        List.of(columns.read(rs.getString("marks"), PainReport.Mark[].class)),
                        List.of(columns.read(rs.getString("outlines"), PainReport.Outline[].class)),
                        rs.getString("map_version"),
                        List.of(columns.read(rs.getString("red_flags"), PainReport.RedFlagAnswer[].class)),
                        rs.getString("level")))
                .optional()
                .orElse(PainReport.NONE);
    }

    Appointment appointment(ResultSet rs) throws SQLException {
        var room = Columns.optionalUuid(rs, "room_id");
        var reason = rs.getString("cancel_reason");
        return new Appointment(
                new AppointmentId(Columns.uuid(rs, "id")),
                Status.of(rs.getString("status")),
                new ServiceId(Columns.uuid(rs, "service_id")),
                columns.texts(rs, "service_name"),
                Modality.of(rs.getString("modality")),
                Columns.money(rs),
                new PractitionerId(Columns.uuid(rs, "practitioner_id")),
                Columns.uuid(rs, "location_id"),
                room == null ? null : new RoomId(room),
                new PatientId(Columns.uuid(rs, "patient_id")),
                rs.getObject("local_start", LocalDateTime.class),
                ZoneId.of(rs.getString("zone")),
                Columns.instant(rs, "starts_at"),
                Columns.instant(rs, "ends_at"),
                reason == null ? null : CancelReason.of(reason),
                rs.getInt("version"),
                Columns.instant(rs, "changed_at"));
    }
}
