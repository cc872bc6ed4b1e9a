package org.needlepoint.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who and what is taken when. Reads are bounded on both sides, so that they cost by the days asked for and not by
/// history: no row is longer than a day.
@Repository
class Occupancies {
    static final String BUSY = """
            select resource_id, starts_at, ends_at, expires_at
              from scheduling.occupancy
             where practice_id = :practice
               and resource_id = any(:resources)
               and starts_at < :to
               and starts_at > :dayBefore
               and ends_at > :from
               and lane = 0
               and (appointment_id is null or appointment_id <> :except)
            """;
    static final String TAKEN_DAYS = """
            select resource_id, day, taken
              from scheduling.taken_day
             where practice_id = :practice
               and resource_id = any(:resources)
               and day >= :first
               and day <= :last
             order by resource_id, day
            """;
    static final String LIVE_HOLDS = """
            select resource_id, starts_at, ends_at
              from scheduling.occupancy
             where practice_id = :practice
               and hold_id is not null
               and expires_at > :now
            """;
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    Occupancies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A resource is taken from start to end, on a lane: 0 where everybody books, above it a practitioner's
    /// deliberate overlaps (rule F2).
    record Stretch(String kind, UUID resource, int lane, Instant start, Instant end) {
        Stretch(String kind, UUID resource, Instant start, Instant end) {
            this(kind, resource, 0, start, end);
        }

        Stretch later(Duration by) {
            return new Stretch(kind, resource, lane, start.plus(by), end.plus(by));
        }

        Stretch onLane(int other) {
            return new Stretch(kind, resource, other, start, end);
        }
    }

    /// Waits for others who are booking with these on this day: practitioners and places. The exclusion
    /// constraint would refuse them anyway, but only after each has chosen a room that the next one chooses
    /// too, and two who wait for each other there are told apart only after a second. Always in the same order.
    void queue(LocalDate day, Collection<UUID> whose) {
        jdbc.sql("""
            select pg_advisory_xact_lock(u.key)
              from (select key
                      from unnest(:keys) as k (key)
                     order by key) u
            """)
                .param(
                        "keys",
                        whose.stream()
                                .map(id ->
                                        id.getMostSignificantBits() ^ id.getLeastSignificantBits() ^ day.toEpochDay())
                                .toArray(Long[]::new))
                .query((_, _) -> day)
                .list();
    }

    /// What is taken between two instants, by resource, in epoch seconds. Holds met there that have run out are
    /// removed, so that their place can be taken.
    ///
    /// @param except the visit whose own time does not count; null: all count
    Map<UUID, Spans> busy(
            PracticeId practice,
            Collection<UUID> resources,
            Instant from,
            Instant to,
            Instant now,
            @Nullable AppointmentId except) {
        var pairs = new HashMap<UUID, List<long[]>>();
        var ranOut = new ArrayList<Instant>();
        jdbc.sql(BUSY)
                .param("practice", practice.value())
                .param("resources", resources.toArray(UUID[]::new))
                .param("from", Columns.utc(from))
                .param("dayBefore", Columns.utc(from.minus(Block.LONGEST)))
                .param("to", Columns.utc(to))
                .param("except", except == null ? NOBODY : except.value())
                .query(rs -> {
                    var expires = rs.getObject("expires_at", OffsetDateTime.class);
                    if (expires != null && !expires.toInstant().isAfter(now)) {
                        ranOut.add(expires.toInstant());
                    } else {
                        pairs.computeIfAbsent(Columns.uuid(rs, "resource_id"), _ -> new ArrayList<>())
                                .add(new long[] {
                                    Columns.instant(rs, "starts_at").getEpochSecond(),
                                    Columns.instant(rs, "ends_at").getEpochSecond()
                                });
                    }
                });
        if (!ranOut.isEmpty()) {
            forget(practice, resources, from, to, now);
        }
        var busy = new HashMap<UUID, Spans>();
        pairs.forEach((resource, list) -> busy.put(resource, Spans.merge(list.toArray(long[][]::new))));
        return busy;
    }

    /// What is taken on some days (UTC), by resource, in epoch seconds, as the packed days and the holds of the
    /// moment say: for searches. Whoever books asks [#busy].
    ///
    /// Holds are read first: one that becomes a visit meanwhile is then seen twice, and not overlooked.
    ///
    /// @param resources practitioners, rooms and equipment; never patients
    Map<UUID, Spans> taken(
            PracticeId practice, Collection<UUID> resources, LocalDate first, LocalDate last, Instant now) {
        var taken = new HashMap<UUID, Spans>();
        jdbc.sql(LIVE_HOLDS)
                .param("practice", practice.value())
                .param("now", Columns.utc(now))
                .query(rs -> {
                    taken.merge(
                            Columns.uuid(rs, "resource_id"),
                            Spans.of(
                                    Columns.instant(rs, "starts_at").getEpochSecond(),
                                    Columns.instant(rs, "ends_at").getEpochSecond()),
                            Spans::plus);
                });
        var packed = new HashMap<UUID, PackedDays>();
        jdbc.sql(TAKEN_DAYS)
                .param("practice", practice.value())
                .param("resources", resources.toArray(UUID[]::new))
                .param("first", first)
                .param("last", last)
                .query(rs -> {
                    packed.computeIfAbsent(Columns.uuid(rs, "resource_id"), _ -> new PackedDays())
                            .add(rs.getObject("day", LocalDate.class).toEpochDay(), rs.getBytes("taken"));
                });
        packed.forEach((resource, days) -> taken.merge(resource, days.spans(), Spans::plus));
        return taken;
    }

    /// What takes time: one of the first three, a hold until it expires.
    ///
    /// @param lane why stretches lie on another lane than everybody's, where some do
    private record Owner(
            @Nullable HoldId hold,
            @Nullable AppointmentId appointment,
            @Nullable BlockId block,
            @Nullable Instant expires,
            Lane lane) {}

    /// Takes the stretches for a hold.
    void hold(PracticeId practice, List<Stretch> stretches, HoldId hold, Instant expires) {
        insert(practice, stretches, new Owner(hold, null, null, expires, Lane.USUAL));
    }

    /// Takes the stretches for an appointment on everybody's lane.
    void book(PracticeId practice, List<Stretch> stretches, AppointmentId appointment) {
        book(practice, stretches, appointment, Lane.USUAL);
    }

    /// Takes the stretches for an appointment; those above lane 0 with the reason of the lane.
    void book(PracticeId practice, List<Stretch> stretches, AppointmentId appointment, Lane lane) {
        insert(practice, stretches, new Owner(null, appointment, null, null, lane));
    }

    /// Takes a stretch for a block.
    void block(PracticeId practice, Stretch stretch, BlockId block) {
        insert(practice, List.of(stretch), new Owner(null, null, block, null, Lane.USUAL));
    }

    /// Removes expired holds that stand where these shall stand.
    void makeRoom(PracticeId practice, List<Stretch> stretches, Instant now) {
        for (var stretch : stretches) {
            forget(practice, List.of(stretch.resource()), stretch.start(), stretch.end(), now);
        }
    }

    /// Removes expired holds that stand where something new may stand. One that another transaction is removing
    /// is left to it: the constraint waits for that.
    private void forget(PracticeId practice, Collection<UUID> resources, Instant from, Instant to, Instant now) {
        jdbc.sql("""
            delete from scheduling.occupancy
             where practice_id = :practice
               and id in (select id
                            from scheduling.occupancy
                           where practice_id = :practice
                             and resource_id = any(:resources)
                             and starts_at < :to
                             and starts_at > :dayBefore
                             and ends_at > :from
                             and expires_at <= :now
                             for update skip locked)
            """)
                .param("practice", practice.value())
                .param("resources", resources.toArray(UUID[]::new))
                .param("from", Columns.utc(from))
                .param("dayBefore", Columns.utc(from.minus(Block.LONGEST)))
                .param("to", Columns.utc(to))
                .param("now", Columns.utc(now))
                .update();
    }

    /// Inserts in the order of resources, so that two bookings never wait for each other crosswise.
    private void insert(PracticeId practice, List<Stretch> stretches, Owner owner) {
        var hold = owner.hold();
        var appointment = owner.appointment();
        var block = owner.block();
        var expires = owner.expires();
        var ordered = stretches.stream()
                .sorted(Comparator.comparing(Stretch::resource).thenComparing(Stretch::start))
                .toList();
        jdbc.sql("""
            insert into scheduling.occupancy
              (practice_id, id, resource_kind, resource_id, lane, starts_at, ends_at, hold_id, appointment_id, block_id,
               expires_at, overlap_role, overlap_reason)
            select :practice, s.id, s.kind, s.resource, s.lane, s.starts_at, s.ends_at, :hold, :appointment, :block,
                   :expires, case when s.lane > 0 then :role end, case when s.lane > 0 then :reason end
              from unnest(:ids, :kinds, :resources, :lanes, cast(:starts as timestamptz[]), cast(:ends as timestamptz[]))
                   with ordinality as s (id, kind, resource, lane, starts_at, ends_at, place)
             order by s.place
            """)
                .param("practice", practice.value())
                .param("ids", ordered.stream().map(_ -> Uuid7.next()).toArray(UUID[]::new))
                .param("kinds", ordered.stream().map(Stretch::kind).toArray(String[]::new))
                .param("resources", ordered.stream().map(Stretch::resource).toArray(UUID[]::new))
                .param("lanes", ordered.stream().map(Stretch::lane).toArray(Integer[]::new))
                .param(
                        "starts",
                        ordered.stream()
                                .map(stretch -> stretch.start().toString())
                                .toArray(String[]::new))
                .param(
                        "ends",
                        ordered.stream()
                                .map(stretch -> stretch.end().toString())
                                .toArray(String[]::new))
                .param("hold", hold == null ? null : hold.value(), Types.OTHER)
                .param("appointment", appointment == null ? null : appointment.value(), Types.OTHER)
                .param("block", block == null ? null : block.value(), Types.OTHER)
                .param("expires", expires == null ? null : Columns.utc(expires), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("role", owner.lane().role(), Types.VARCHAR)
                .param("reason", owner.lane().reason(), Types.VARCHAR)
                .update();
    }

    /// Keeps a hold's rows as they are until the transaction ends.
    ///
    /// @return false when they are gone, because another node found the hold expired and needed its place
    boolean keep(PracticeId practice, HoldId hold) {
        return !jdbc.sql("""
            select id
              from scheduling.occupancy
             where practice_id = :practice
               and hold_id = :hold
               for update
            """)
                .param("practice", practice.value())
                .param("hold", hold.value())
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    /// Turns a hold's rows into the appointment's.
    void convert(PracticeId practice, HoldId hold, AppointmentId appointment) {
        jdbc.sql("""
            update scheduling.occupancy
               set hold_id = null, expires_at = null, appointment_id = :appointment
             where practice_id = :practice
               and hold_id = :hold
            """)
                .param("practice", practice.value())
                .param("hold", hold.value())
                .param("appointment", appointment.value())
                .update();
    }

    /// Frees what a hold kept.
    void release(PracticeId practice, HoldId hold) {
        jdbc.sql("""
            delete from scheduling.occupancy
             where practice_id = :practice
               and hold_id = :hold
            """)
                .param("practice", practice.value())
                .param("hold", hold.value())
                .update();
    }

    /// Takes a block's stretches away. Only [Places] does, which lets others have them.
    List<Stretch> lift(PracticeId practice, BlockId block) {
        return jdbc.sql("""
            delete from scheduling.occupancy
             where practice_id = :practice
               and block_id = :block
            returning resource_kind, resource_id, lane, starts_at, ends_at
            """)
                .param("practice", practice.value())
                .param("block", block.value())
                .query((rs, _) -> stretch(rs))
                .list();
    }

    /// Takes an appointment's stretches away. Only [Places] does, which lets others have them.
    List<Stretch> lift(PracticeId practice, AppointmentId appointment) {
        return jdbc.sql("""
            delete from scheduling.occupancy
             where practice_id = :practice
               and appointment_id = :appointment
            returning resource_kind, resource_id, lane, starts_at, ends_at
            """)
                .param("practice", practice.value())
                .param("appointment", appointment.value())
                .query((rs, _) -> stretch(rs))
                .list();
    }

    /// Takes what an appointment has from a moment on away; what lies before it stays. Only [Places] does.
    List<Stretch> lift(PracticeId practice, AppointmentId appointment, Instant from) {
        return jdbc.sql("""
            with gone as (
            delete from scheduling.occupancy
             where practice_id = :practice
               and appointment_id = :appointment
               and starts_at >= :from
            returning resource_kind, resource_id, lane, starts_at, ends_at),
            cut as (
            update scheduling.occupancy
               set ends_at = :from
             where practice_id = :practice
               and appointment_id = :appointment
               and starts_at < :from
               and ends_at > :from)
            select resource_kind, resource_id, lane, starts_at, ends_at
              from gone
             union all
            select resource_kind, resource_id, lane, cast(:from as timestamptz), ends_at
              from scheduling.occupancy
             where practice_id = :practice
               and appointment_id = :appointment
               and starts_at < :from
               and ends_at > :from
            """)
                .param("practice", practice.value())
                .param("appointment", appointment.value())
                .param("from", Columns.utc(from))
                .query((rs, _) -> stretch(rs))
                .list();
    }

    private static Stretch stretch(ResultSet rs) throws SQLException {
        return new Stretch(
                rs.getString("resource_kind"),
                Columns.uuid(rs, "resource_id"),
                rs.getInt("lane"),
                Columns.instant(rs, "starts_at"),
                Columns.instant(rs, "ends_at"));
    }
}
