package org.needlepoint.scheduling;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Visits as they stood in former versions.
@Repository
class FormerVisits {
    private final JdbcClient jdbc;

    FormerVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A visit as it stood.
    ///
    /// @param overlap why it shared its practitioner's time; null: it did not
    record Former(Appointment visit, @Nullable Overlap overlap) {
        boolean samePlace(Appointment now) {
            return visit.startsAt().equals(now.startsAt())
                    && visit.endsAt().equals(now.endsAt())
                    && visit.practitioner().equals(now.practitioner())
                    && visit.location().equals(now.location())
                    && Objects.equals(visit.room(), now.room());
        }
    }

    /// The visit as it stood in a version; empty when it never had that version.
    Optional<Former> asOf(PracticeId practice, Appointment now, int version) {
        return jdbc.sql("""
            select status, practitioner_id, location_id, room_id, local_start, zone, starts_at, ends_at, cancel_reason,
                   overlap_role, overlap_reason
              from scheduling.appointment_history
             where practice_id = :practice
               and appointment_id = :id
               and version = :version
            """)
                .param("practice", practice.value())
                .param("id", now.id().value())
                .param("version", version)
                .query((rs, _) -> {
                    var room = Columns.optionalUuid(rs, "room_id");
                    var reason = rs.getString("cancel_reason");
                    var role = rs.getString("overlap_role");
                    return new Former(
                            new Appointment(
                                    now.id(),
                                    Appointment.Status.of(rs.getString("status")),
                                    now.service(),
                                    now.serviceName(),
                                    now.modality(),
                                    now.price(),
                                    new PractitionerId(Columns.uuid(rs, "practitioner_id")),
                                    Columns.uuid(rs, "location_id"),
                                    room == null ? null : new RoomId(room),
                                    now.patient(),
                                    rs.getObject("local_start", LocalDateTime.class),
                                    ZoneId.of(rs.getString("zone")),
                                    Columns.instant(rs, "starts_at"),
                                    Columns.instant(rs, "ends_at"),
                                    reason == null ? null : Appointment.CancelReason.of(reason),
                                    now.version(),
                                    now.changedAt()),
                            role == null ? null : new Overlap(Overlap.Role.of(role), rs.getString("overlap_reason")));
                })
                .optional();
    }
}
