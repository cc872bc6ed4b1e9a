package org.needlepoint.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Time that is kept free of visits. It holds its place like a visit: nobody is booked over it.
@Repository
public class Blocks {
    static final String DAYS = """
            select id, resource_kind, resource_id, local_start, local_end, zone, starts_at, ends_at, label, version
              from scheduling.block
             where practice_id = :practice
               and starts_at > :from
               and starts_at < :to
               and local_start < :nextMidnight
               and local_end > :midnight
               and removed_at is null
             order by starts_at, id
            """;
    private static final int WIDEST_OFFSET = 18;

    private final JdbcClient jdbc;
    private final Practitioners practitioners;
    private final Rooms rooms;
    private final Equipments equipments;
    private final Standings standings;
    private final Occupancies occupancies;
    private final Places places;
    private final AuditTrail audit;
    private final Attempts attempts;
    private final Clock clock;

    Blocks(
            JdbcClient jdbc,
            Practitioners practitioners,
            Rooms rooms,
            Equipments equipments,
            Standings standings,
            Occupancies occupancies,
            Places places,
            AuditTrail audit,
            Attempts attempts,
            Clock clock) {
        this.jdbc = jdbc;
        this.practitioners = practitioners;
        this.rooms = rooms;
        this.equipments = equipments;
        this.standings = standings;
        this.occupancies = occupancies;
        this.places = places;
        this.audit = audit;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// What is to be kept free, in local times of a zone.
    public record Wanted(
            Block.Kind kind, UUID resource, LocalDateTime start, LocalDateTime end, ZoneId zone, String label) {}

    /// Keeps time free. Call it outside a transaction, so that it can be tried again when a booking got in its way.
    public Blocking add(PracticeId practice, Wanted wanted, Actor actor) {
        return attempts.run(_ -> attempt(practice, wanted, actor));
    }

    private Blocking attempt(PracticeId practice, Wanted wanted, Actor actor) {
        if (!exists(practice, wanted.kind(), wanted.resource())) {
            return new Blocking.NotPossible("resource");
        }
        var start = wanted.start().atZone(wanted.zone());
        var end = wanted.end().atZone(wanted.zone());
        if (!start.toLocalDateTime().equals(wanted.start())) {
            return new Blocking.NotPossible("start");
        }
        boolean tooLong = wanted.end().isAfter(wanted.start().plusDays(1));
        if (!end.toLocalDateTime().equals(wanted.end()) || !end.isAfter(start) || tooLong) {
            return new Blocking.NotPossible("end");
        }
        var block = new Block(
                BlockId.next(),
                wanted.kind(),
                wanted.resource(),
                wanted.start(),
                wanted.end(),
                wanted.zone(),
                start.toInstant(),
                end.toInstant(),
                wanted.label().strip(),
                0);
        var met = inTheWay(practice, block);
        if (!met.isEmpty()) {
            return new Blocking.InTheWay(met);
        }
        insert(practice, block, actor);
        take(practice, block);
        audit.append(practice, AuditEntry.of(actor, "added", "block", block.id().value()));
        return new Blocking.Blocked(block);
    }

    /// What stands where a block should go. Others who want that time wait until this transaction ends.
    private List<Obstacle> inTheWay(PracticeId practice, Block block) {
        var last = block.localEnd().toLocalDate();
        for (var day = block.localStart().toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            occupancies.queue(day, List.of(block.resource()));
        }
        return Obstacle.between(
                List.of(stretch(block)),
                standings.between(
                        practice, List.of(block.resource()), block.startsAt(), block.endsAt(), clock.instant(), null));
    }

    private void take(PracticeId practice, Block block) {
        var stretch = stretch(block);
        occupancies.makeRoom(practice, List.of(stretch), clock.instant());
        occupancies.block(practice, stretch, block.id());
    }

    private static Occupancies.Stretch stretch(Block block) {
        return new Occupancies.Stretch(block.kind().code(), block.resource(), block.startsAt(), block.endsAt());
    }

    private boolean exists(PracticeId practice, Block.Kind kind, UUID resource) {
        return switch (kind) {
            case PRACTITIONER ->
                practitioners.find(practice, new PractitionerId(resource)).isPresent();
            case ROOM ->
                rooms.active(practice).stream()
                        .anyMatch(room -> room.id().value().equals(resource));
            case DEVICE ->
                equipments.active(practice).stream()
                        .anyMatch(piece -> piece.id().value().equals(resource));
        };
    }

    private void insert(PracticeId practice, Block block, Actor actor) {
        jdbc.sql("""
            insert into scheduling.block
              (practice_id, id, resource_kind, resource_id, local_start, local_end, zone, starts_at, ends_at, label, made_by,
               changed_at)
            values
              (:practice, :id, :kind, :resource, :localStart, :localEnd, :zone, :startsAt, :endsAt, :label, :by, :now)
            """)
                .param("practice", practice.value())
                .param("id", block.id().value())
                .param("kind", block.kind().code())
                .param("resource", block.resource())
                .param("localStart", block.localStart())
                .param("localEnd", block.localEnd())
                .param("zone", block.zone().getId())
                .param("startsAt", Columns.utc(block.startsAt()))
                .param("endsAt", Columns.utc(block.endsAt()))
                .param("label", block.label())
                .param("by", actor.id())
                .param("now", Columns.utc(clock.instant()))
                .update();
    }

    /// Gives the time free again.
    ///
    /// @return the block as it was removed, so that it can be put back; empty when none of that id stands any more
    public Optional<Block> remove(PracticeId practice, BlockId id, Actor actor) {
        return attempts.run(_ -> lock(practice, id, false).map(_ -> {
            places.free(practice, id);
            var removed = mark(practice, id, clock.instant());
            audit.append(practice, AuditEntry.of(actor, "removed", "block", id.value()));
            return removed;
        }));
    }

    /// Takes a removal back while the time is still free. Call it outside a transaction. Asked again, nothing changes.
    ///
    /// @param version that the removal made
    public Blocking putBack(PracticeId practice, BlockId id, int version, Actor actor) {
        return attempts.run(_ -> {
            var standing = lock(practice, id, false);
            if (standing.isPresent()) {
                return new Blocking.Blocked(standing.get());
            }
            var removed = lock(practice, id, true).orElseThrow(NotFound::new);
            if (removed.version() != version) {
                return new Blocking.NotPossible("undo");
            }
            if (!exists(practice, removed.kind(), removed.resource())) {
                return new Blocking.NotPossible("resource");
            }
            var met = inTheWay(practice, removed);
            if (!met.isEmpty()) {
                return new Blocking.InTheWay(met);
            }
            var back = mark(practice, id, null);
            take(practice, back);
            audit.append(practice, AuditEntry.of(actor, "restored", "block", id.value()));
            return new Blocking.Blocked(back);
        });
    }

    /// Writes when it was removed, or that it stands, as the next version.
    private Block mark(PracticeId practice, BlockId id, @Nullable Instant removed) {
        return jdbc.sql("""
            update scheduling.block
               set removed_at = :removed, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            returning id, resource_kind, resource_id, local_start, local_end, zone, starts_at, ends_at, label, version
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("removed", removed == null ? null : Columns.utc(removed), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", Columns.utc(clock.instant()))
                .query((rs, _) -> block(rs))
                .single();
    }

    /// Holds one that stands, or one that was removed, until the transaction ends.
    private Optional<Block> lock(PracticeId practice, BlockId id, boolean removed) {
        return jdbc.sql("""
            select id, resource_kind, resource_id, local_start, local_end, zone, starts_at, ends_at, label, version
              from scheduling.block
             where practice_id = :practice
               and id = :id
               and (removed_at is not null) = :removed
               for update
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("removed", removed)
                .query((rs, _) -> block(rs))
                .optional();
    }

    /// Those that touch the local days from first to last, both included, each by its own zone, in order of start.
    @Transactional(readOnly = true)
    public List<Block> between(PracticeId practice, LocalDate first, LocalDate last) {
        var midnight = first.atStartOfDay();
        var nextMidnight = last.plusDays(1).atStartOfDay();
        return jdbc.sql(DAYS)
                .param("practice", practice.value())
                .param("from", midnight.atOffset(ZoneOffset.UTC).minusHours(WIDEST_OFFSET + Block.LONGEST.toHours()))
                .param("to", nextMidnight.atOffset(ZoneOffset.UTC).plusHours(WIDEST_OFFSET))
                .param("midnight", midnight)
                .param("nextMidnight", nextMidnight)
                .query((rs, _) -> block(rs))
                .list();
    }

    private static Block block(ResultSet rs) throws SQLException {
        return new Block(
                new BlockId(Columns.uuid(rs, "id")),
                Block.Kind.of(rs.getString("resource_kind")),
                Columns.uuid(rs, "resource_id"),
                rs.getObject("local_start", LocalDateTime.class),
                rs.getObject("local_end", LocalDateTime.class),
                ZoneId.of(rs.getString("zone")),
                Columns.instant(rs, "starts_at"),
                Columns.instant(rs, "ends_at"),
                rs.getString("label"),
                rs.getInt("version"));
    }
}
