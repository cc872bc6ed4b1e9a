package org.needlepoint.charting.note;

import java.sql.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the gates had somebody weigh in a session.
@Repository
class WeighedRows {
    /// In place of a region: what concerns the whole person.
    static final String EVERYWHERE = "everywhere";

    private final JdbcClient jdbc;

    WeighedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Something that was weighed before going on.
    ///
    /// @param region  a word of the vocabulary `muscle-region`
    /// @param hazards classes of hazards, where hazards were weighed
    record Weighed(
            String kind,
            String region,
            Laterality side,
            List<String> hazards,
            @Nullable String reason,
            Instant at) {}

    List<Weighed> of(PracticeId practice, SessionId session) {
        return jdbc.sql("""
            select kind, region, side, hazard_classes, reason, acknowledged_at
              from charting.acknowledgement
             where practice_id = :practice
               and session_id = :session
             order by acknowledged_at, id
            """)
                .param("practice", practice.value())
                .param("session", session.value())
                .query((rs, _) -> {
                    Array hazards = rs.getArray("hazard_classes");
                    return new Weighed(
                            rs.getString("kind"),
                            rs.getString("region"),
                            Laterality.valueOf(rs.getString("side")),
                            List.of((String[]) hazards.getArray()),
                            rs.getString("reason"),
                            rs.getObject("acknowledged_at", OffsetDateTime.class)
                                    .toInstant());
                })
                .list();
    }
}
