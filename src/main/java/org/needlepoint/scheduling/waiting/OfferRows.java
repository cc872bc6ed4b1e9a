package org.needlepoint.scheduling.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.HoldId;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of openings offered to people who wait.
@Repository
class OfferRows {
    private static final String SELECT = """
            select o.id, o.wish_id, w.patient_id, w.service_id, o.hold_id, o.practitioner_id, o.location_id, o.starts_at,
                   o.ends_at, o.zone, o.tell_at, o.expires_at, o.state
              from scheduling.waiting_offer o
              join scheduling.wish w on w.practice_id = o.practice_id and w.id = o.wish_id
             where o.practice_id = :practice
            """;

    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PracticeId practice, OfferedOpening offer, Instant now) {
        jdbc.sql("""
            insert into scheduling.waiting_offer
              (practice_id, id, wish_id, hold_id, practitioner_id, location_id, starts_at, ends_at, zone, state, offered_at,
               tell_at, expires_at, changed_at)
            values
              (:practice, :id, :wish, :hold, :practitioner, :location, :startsAt, :endsAt, :zone, :state, :now,
               :tellAt, :expiresAt, :now)
            """)
                .param("practice", practice.value())
                .param("id", offer.id().value())
                .param("wish", offer.wish().value())
                .param("hold", offer.hold().value())
                .param("practitioner", offer.practitioner().value())
                .param("location", offer.location())
                .param("startsAt", WaitingRows.utc(offer.startsAt()))
                .param("endsAt", WaitingRows.utc(offer.endsAt()))
                .param("zone", offer.zone().getId())
                .param("state", offer.state().code())
                .param("tellAt", WaitingRows.utc(offer.tellAt()))
                .param("expiresAt", WaitingRows.utc(offer.expiresAt()))
                .param("now", WaitingRows.utc(now))
                .update();
    }

    Optional<OfferedOpening> find(PracticeId practice, OfferId id) {
        return jdbc.sql(SELECT + "   and o.id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> offer(rs))
                .optional();
    }

    /// The open offer of each of these wishes that has one.
    Map<WishId, OfferedOpening> open(PracticeId practice, Collection<WishId> wishes) {
        var open = new HashMap<WishId, OfferedOpening>();
        jdbc.sql(SELECT + """
               and o.wish_id = any(:wishes)
               and o.state = 'open'
            """)
                .param("practice", practice.value())
                .param("wishes", ids(wishes))
                .query((rs, _) -> offer(rs))
                .list()
                .forEach(offer -> open.put(offer.wish(), offer));
        return open;
    }

    /// What was offered to each of these wishes so far, whatever became of it.
    Map<WishId, Set<Matching.Slot>> offered(PracticeId practice, Collection<WishId> wishes) {
        var offered = new HashMap<WishId, Set<Matching.Slot>>();
        jdbc.sql("""
            select wish_id, practitioner_id, location_id, starts_at
              from scheduling.waiting_offer
             where practice_id = :practice
               and wish_id = any(:wishes)
            """)
                .param("practice", practice.value())
                .param("wishes", ids(wishes))
                .query(rs -> {
                    offered.computeIfAbsent(new WishId(rs.getObject("wish_id", UUID.class)), _ -> new HashSet<>())
                            .add(new Matching.Slot(
                                    new PractitionerId(rs.getObject("practitioner_id", UUID.class)),
                                    rs.getObject("location_id", UUID.class),
                                    instant(rs, "starts_at")));
                });
        return offered;
    }

    void end(PracticeId practice, OfferId id, OfferedOpening.State state, Instant now) {
        jdbc.sql("""
            update scheduling.waiting_offer
               set state = :state, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("state", state.code())
                .param("now", WaitingRows.utc(now))
                .update();
    }

    void accept(PracticeId practice, OfferId id, AppointmentId visit, Instant now) {
        jdbc.sql("""
            update scheduling.waiting_offer
               set state = 'accepted', appointment_id = :visit, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("visit", visit.value())
                .param("now", WaitingRows.utc(now))
                .update();
    }

    /// Notes that the patient is being told; false when that was noted before.
    boolean tell(PracticeId practice, OfferId id, Instant now) {
        return jdbc.sql("""
            update scheduling.waiting_offer
               set told_at = :now
             where practice_id = :practice
               and id = :id
               and told_at is null
            """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("now", WaitingRows.utc(now))
                        .update()
                == 1;
    }

    private static UUID[] ids(Collection<WishId> wishes) {
        return wishes.stream().map(WishId::value).toArray(UUID[]::new);
    }

    private static OfferedOpening offer(ResultSet rs) throws SQLException {
        return new OfferedOpening(
                new OfferId(rs.getObject("id", UUID.class)),
                new WishId(rs.getObject("wish_id", UUID.class)),
                new PatientId(rs.getObject("patient_id", UUID.class)),
                new ServiceId(rs.getObject("service_id", UUID.class)),
                new HoldId(rs.getObject("hold_id", UUID.class)),
                new PractitionerId(rs.getObject("practitioner_id", UUID.class)),
                rs.getObject("location_id", UUID.class),
                instant(rs, "starts_at"),
                instant(rs, "ends_at"),
                ZoneId.of(rs.getString("zone")),
                instant(rs, "tell_at"),
                instant(rs, "expires_at"),
                OfferedOpening.State.of(rs.getString("state")));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
