package org.needlepoint.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
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
             order by starts_at, id
            """;
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int WIDEST_OFFSET = 18;

    private final JdbcClient jdbc;
    private final Practitioners practitioners;
    private final Rooms rooms;
    private final Equipments equipments;
    private final Standings standings;
    private final Occupancies occupancies;
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
            AuditTrail audit,
            Attempts attempts,
            Clock clock) {
        this.jdbc = jdbc;
        this.practitioners = practitioners;
        this.rooms = rooms;
        this.equipments = equipments;
        this.standings = standings;
        this.occupancies = occupancies;
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
        if (!exists(practice, wanted)) {
            return new Blocking.NotPossible("resource");
        }
        var start = wanted.start().atZone(wanted.zone());
        var end = wanted.end().atZone(wanted.zone());
        if (!start.toLocalDateTime().equals(wanted.start())) {
            return new Blocking.NotPossible("start");
        }
        if (!end.isAfter(start) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            return new Blocking.NotPossible("end");
        }
        for (var day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            occupancies.queue(day, List.of(wanted.resource()));
        }
        var stretch =
                new Occupancies.Stretch(wanted.kind().code(), wanted.resource(), start.toInstant(), end.toInstant());
        var met = Obstacle.between(
                List.of(stretch),
                standings.between(
                        practice,
                        List.of(wanted.resource()),
                        start.toInstant(),
                        end.toInstant(),
                        clock.instant(),
                        null));
        if (!met.isEmpty()) {
            return new Blocking.InTheWay(met);
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
        insert(practice, block, actor);
        occupancies.makeRoom(practice, List.of(stretch), clock.instant());
        occupancies.block(practice, stretch, block.id());
        audit.append(practice, AuditEntry.of(actor, "added", "block", block.id().value()));
        return new Blocking.Blocked(block);
    }

    private boolean exists(PracticeId practice, Wanted wanted) {
        return switch (wanted.kind()) {
            case PRACTITIONER ->
                practitioners
                        .find(practice, new PractitionerId(wanted.resource()))
                        .isPresent();
            case ROOM ->
                rooms.active(practice).stream()
                        .anyMatch(room -> room.id().value().equals(wanted.resource()));
            case DEVICE ->
                equipments.active(practice).stream()
                        .anyMatch(piece -> piece.id().value().equals(wanted.resource()));
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
    /// @return what it was, so that it can be put back; empty when there is none of that id any more
    public Optional<Block> remove(PracticeId practice, BlockId id, Actor actor) {
        return attempts.run(_ -> {
            var found = find(practice, id);
            found.ifPresent(_ -> {
                occupancies.free(practice, id);
                jdbc.sql("""
                    delete from scheduling.block
                     where practice_id = :practice
                       and id = :id
                    """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update();
                audit.append(practice, AuditEntry.of(actor, "removed", "block", id.value()));
            });
            return found;
        });
    }

    private Optional<Block> find(PracticeId practice, BlockId id) {
        return jdbc.sql("""
            select id, resource_kind, resource_id, local_start, local_end, zone, starts_at, ends_at, label, version
              from scheduling.block
             where practice_id = :practice
               and id = :id
               for update
            """)
                .param("practice", practice.value())
                .param("id", id.value())
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
                .param("from", midnight.atOffset(ZoneOffset.UTC).minusHours(WIDEST_OFFSET + LONGEST.toHours()))
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
