package org.needlepoint.interop.ical;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The calendar feeds of a practice: made with an address that is told once, revoked for good.
@Repository
public class CalendarFeeds {
    /// How many a practitioner may have at a time: a telephone, a tablet, a desk, and one to spare.
    static final int MOST = 4;

    private static final Duration NOTED_EVERY = Duration.ofHours(1);
    private static final String COLUMNS = "id, practitioner_id, label, initials, made_at, read_at\n";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    CalendarFeeds(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of asking for a feed.
    public sealed interface Making {
        /// Made. The token is part of the address and is known to nobody after this.
        record Made(Feed feed, String token) implements Making {}

        /// The same form was sent before; its address was told then.
        record MadeBefore() implements Making {}

        /// Refused: the practitioner has as many as there may be.
        record TooMany(int most) implements Making {}
    }

    /// What came of revoking a feed.
    public sealed interface Revocation {
        /// From now on its address leads nowhere.
        record Revoked() implements Revocation {}

        /// The practice has no such feed, or it was revoked before.
        record NoSuchFeed() implements Revocation {}
    }

    /// Makes a feed.
    ///
    /// @param id    made by the form, so that the same form sent twice makes one
    /// @param label one line of 1..[Feed#LONGEST_LABEL] characters
    @Transactional
    public Making make(
            PracticeId practice, FeedId id, PractitionerId practitioner, String label, boolean initials, Actor actor) {
        if (exists(practice, id)) {
            return new Making.MadeBefore();
        }
        if (ofPractitioner(practice, practitioner).size() >= MOST) {
            return new Making.TooMany(MOST);
        }
        var token = SecretAddress.next();
        var now = clock.instant();
        int made = jdbc.sql("""
            insert into interop.calendar_feed
              (practice_id, id, practitioner_id, token_hash, label, initials, made_at, changed_at)
            values (:practice, :id, :practitioner, :hash, :label, :initials, :now, :now)
            on conflict (practice_id, id) do nothing
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("practitioner", practitioner.value())
                .param("hash", SecretAddress.hash(token))
                .param("label", label)
                .param("initials", initials)
                .param("now", utc(now))
                .update();
        if (made == 0) {
            return new Making.MadeBefore();
        }
        audit.append(practice, AuditEntry.of(actor, "made", "calendar-feed", id.value()));
        return new Making.Made(new Feed(id, practitioner, label, initials, now, null), token);
    }

    /// Closes a feed's address for good.
    @Transactional
    public Revocation revoke(PracticeId practice, FeedId id, Actor actor) {
        int revoked = jdbc.sql("""
            update interop.calendar_feed
               set revoked_at = :now, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
               and revoked_at is null
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("now", utc(clock.instant()))
                .update();
        if (revoked == 0) {
            return new Revocation.NoSuchFeed();
        }
        audit.append(practice, AuditEntry.of(actor, "revoked", "calendar-feed", id.value()));
        return new Revocation.Revoked();
    }

    /// The feeds of a practitioner that are in force, in the order in which they were made.
    @Transactional(readOnly = true)
    public List<Feed> ofPractitioner(PracticeId practice, PractitionerId practitioner) {
        return jdbc.sql("select " + COLUMNS + """
                  from interop.calendar_feed
                 where practice_id = :practice
                   and practitioner_id = :practitioner
                   and revoked_at is null
                 order by made_at, id
                """)
                .param("practice", practice.value())
                .param("practitioner", practitioner.value())
                .query((rs, _) -> feed(rs))
                .list();
    }

    /// One feed in force; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<Feed> find(PracticeId practice, FeedId id) {
        return jdbc.sql("select " + COLUMNS + """
                  from interop.calendar_feed
                 where practice_id = :practice
                   and id = :id
                   and revoked_at is null
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> feed(rs))
                .optional();
    }

    /// The feed that a token leads to, noted as read; empty when it leads nowhere, or no longer.
    @Transactional
    public Optional<Feed> read(PracticeId practice, String token) {
        var found = jdbc.sql("select " + COLUMNS + """
                  from interop.calendar_feed
                 where practice_id = :practice
                   and token_hash = :hash
                   and revoked_at is null
                """)
                .param("practice", practice.value())
                .param("hash", SecretAddress.hash(token))
                .query((rs, _) -> feed(rs))
                .optional();
        found.ifPresent(feed -> note(practice, feed));
        return found;
    }

    /// Programs ask every few minutes: an hour is exact enough to see whether one still does.
    private void note(PracticeId practice, Feed feed) {
        var now = clock.instant();
        if (feed.readAt() != null && feed.readAt().isAfter(now.minus(NOTED_EVERY))) {
            return;
        }
        jdbc.sql("""
            update interop.calendar_feed
               set read_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", feed.id().value())
                .param("now", utc(now))
                .update();
    }

    private boolean exists(PracticeId practice, FeedId id) {
        return jdbc.sql("""
                select exists (select 1
                                 from interop.calendar_feed
                                where practice_id = :practice
                                  and id = :id)
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private static Feed feed(ResultSet rs) throws SQLException {
        var readAt = rs.getObject("read_at", OffsetDateTime.class);
        return new Feed(
                new FeedId(rs.getObject("id", UUID.class)),
                new PractitionerId(rs.getObject("practitioner_id", UUID.class)),
                rs.getString("label"),
                rs.getBoolean("initials"),
                rs.getObject("made_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
