package org.needlepoint.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.needlepoint.audit.Actor;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps photos and scans: each is drawn anew as JPEG, so that neither place nor device stays in it (rule P5), nor
/// anything that a PDF would do.
@Repository
public class Pictures {
    private final JdbcClient jdbc;
    private final Clock clock;

    /// One is drawn at a time: each takes a good part of the memory.
    private final Lock drawing = new ReentrantLock(true);

    Pictures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Keeps a picture in the caller's transaction.
    ///
    /// @param sent a JPEG or PNG as it came
    /// @return its id; empty when it is no such picture
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> keep(
            PracticeId practice, UUID patient, UUID visit, Picture.Kind kind, boolean agreed, byte[] sent, Actor by) {
        return inTurn(() -> RedrawnPicture.of(sent))
                .map(bytes -> add(practice, patient, visit, kind, agreed, bytes, by));
    }

    /// Keeps a scan of paper in the caller's transaction, each page a picture.
    ///
    /// @param sent a JPEG or PNG, or a PDF of at most ten pages without a password, as it came
    /// @return the ids in the order of the pages; empty when it is no such scan
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> keepScan(
            PracticeId practice, UUID patient, UUID visit, Picture.Kind kind, byte[] sent, Actor by) {
        return inTurn(() -> RedrawnPages.of(sent)).stream()
                .map(bytes -> add(practice, patient, visit, kind, false, bytes, by))
                .toList();
    }

    private <T> T inTurn(Supplier<T> drawn) {
        drawing.lock();
        try {
            return drawn.get();
        } finally {
            drawing.unlock();
        }
    }

    private UUID add(
            PracticeId practice, UUID patient, UUID visit, Picture.Kind kind, boolean agreed, byte[] jpeg, Actor by) {
        var id = Uuid7.next();
        jdbc.sql("""
            insert into documents.picture
              (practice_id, id, patient_id, visit_id, kind, agreed, content, kept_at, kept_by)
            values (:practice, :id, :patient, :visit, :kind, :agreed, :content, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("patient", patient)
                .param("visit", visit)
                .param("kind", kind.code())
                .param("agreed", agreed)
                .param("content", jpeg)
                .param("at", OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .param("by", Objects.requireNonNull(by.id(), "who keeps a picture has an account"))
                .update();
        return id;
    }

    /// Those of a visit, the oldest first.
    @Transactional(readOnly = true)
    public List<Picture> ofVisit(PracticeId practice, UUID visit) {
        return jdbc.sql("""
            select id, patient_id, visit_id, kind, agreed, kept_at
              from documents.picture
             where practice_id = :practice
               and visit_id = :visit
             order by kept_at, id
            """)
                .param("practice", practice.value())
                .param("visit", visit)
                .query((rs, _) -> picture(rs))
                .list();
    }

    /// The JPEG of one; empty when the visit has none of that id.
    @Transactional(readOnly = true)
    public Optional<byte[]> jpeg(PracticeId practice, UUID visit, UUID id) {
        return jdbc.sql("""
            select content
              from documents.picture
             where practice_id = :practice
               and id = :id
               and visit_id = :visit
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("visit", visit)
                .query((rs, _) -> rs.getBytes("content"))
                .optional();
    }

    private static Picture picture(ResultSet rs) throws SQLException {
        return new Picture(
                rs.getObject("id", UUID.class),
                rs.getObject("patient_id", UUID.class),
                rs.getObject("visit_id", UUID.class),
                Picture.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                rs.getBoolean("agreed"),
                rs.getObject("kept_at", OffsetDateTime.class).toInstant());
    }
}
