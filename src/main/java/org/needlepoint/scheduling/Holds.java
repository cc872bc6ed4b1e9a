package org.needlepoint.scheduling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of holds.
@Repository
class Holds {
    static final String ACTIVE_OF_CLIENT = """
            select count(*)
              from scheduling.hold
             where practice_id = :practice
               and client = :client
               and expires_at > :now
               and appointment_id is null
            """;

    private static final String ONE = """
            select service_id, practitioner_id, location_id, room_id, zone, starts_at, ends_at, expires_at, appointment_id
              from scheduling.hold
             where practice_id = :practice
               and id = :id
            """;

    /// Which equipment a hold keeps is in its occupancy, which becomes the appointment's.
    private static final List<EquipmentId> NO_MATTER = List.of();

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PracticeId practice, Hold hold, String client) {
        var room = hold.slot().room();
        var start = Instant.ofEpochSecond(hold.slot().start());
        jdbc.sql("""
            insert into scheduling.hold
              (practice_id, id, service_id, practitioner_id, location_id, room_id, local_start, zone, starts_at, ends_at,
               client, expires_at)
            values
              (:practice, :id, :service, :practitioner, :location, :room, :localStart, :zone, :startsAt, :endsAt,
               :client, :expires)
            """)
                .param("practice", practice.value())
                .param("id", hold.id().value())
                .param("service", hold.service().value())
                .param("practitioner", hold.slot().offer().practitioner().value())
                .param("location", hold.slot().offer().location())
                .param("room", room == null ? null : room.value())
                .param("localStart", LocalDateTime.ofInstant(start, hold.zone()))
                .param("zone", hold.zone().getId())
                .param("startsAt", Columns.utc(start))
                .param("endsAt", Columns.utc(Instant.ofEpochSecond(hold.slot().end())))
                .param("client", client)
                .param("expires", Columns.utc(hold.expires()))
                .update();
    }

    /// How many openings a client keeps at the moment.
    int activeOf(PracticeId practice, String client, Instant now) {
        return jdbc.sql(ACTIVE_OF_CLIENT)
                .param("practice", practice.value())
                .param("client", client)
                .param("now", Columns.utc(now))
                .query(Integer.class)
                .single();
    }

    /// Holds the row until the transaction ends, so that one hold books once.
    Optional<Hold> lock(PracticeId practice, HoldId id) {
        return one(ONE + "   for update", practice, id);
    }

    Optional<Hold> find(PracticeId practice, HoldId id) {
        return one(ONE, practice, id);
    }

    private Optional<Hold> one(String sql, PracticeId practice, HoldId id) {
        return jdbc.sql(sql)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> {
                    var room = Columns.optionalUuid(rs, "room_id");
                    var appointment = Columns.optionalUuid(rs, "appointment_id");
                    var service = new ServiceId(Columns.uuid(rs, "service_id"));
                    return new Hold(
                            id,
                            service,
                            new Openings.Slot(
                                    new Offer(
                                            service,
                                            new PractitionerId(Columns.uuid(rs, "practitioner_id")),
                                            Columns.uuid(rs, "location_id")),
                                    room == null ? null : new RoomId(room),
                                    NO_MATTER,
                                    Columns.instant(rs, "starts_at").getEpochSecond(),
                                    Columns.instant(rs, "ends_at").getEpochSecond()),
                            ZoneId.of(rs.getString("zone")),
                            Columns.instant(rs, "expires_at"),
                            appointment == null ? null : new AppointmentId(appointment));
                })
                .optional();
    }

    void markUsed(PracticeId practice, HoldId id, AppointmentId appointment) {
        jdbc.sql("""
            update scheduling.hold
               set appointment_id = :appointment
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("appointment", appointment.value())
                .update();
    }

    /// Ends a hold now.
    ///
    /// @return false when there was nothing to end: it has run out or become an appointment
    boolean end(PracticeId practice, HoldId id, Instant now) {
        return jdbc.sql("""
            update scheduling.hold
               set expires_at = :now
             where practice_id = :practice
               and id = :id
               and appointment_id is null
               and expires_at > :now
            """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }
}
