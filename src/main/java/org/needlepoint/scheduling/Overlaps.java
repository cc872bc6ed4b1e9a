package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The visits that share their practitioner's time on purpose.
@Repository
public class Overlaps {
    static final String DAYS = """
            select id, overlap_role, overlap_reason
              from scheduling.appointment
             where practice_id = :practice
               and starts_at >= :from
               and starts_at < :to
               and lane > 0
            """;
    private static final int WIDEST_OFFSET = 18;

    private final JdbcClient jdbc;

    Overlaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of local days from first to last, in any zone; some of the days beside them may be among them.
    @Transactional(readOnly = true)
    public Map<AppointmentId, Overlap> between(PracticeId practice, LocalDate first, LocalDate last) {
        var overlaps = new HashMap<AppointmentId, Overlap>();
        jdbc.sql(DAYS)
                .param("practice", practice.value())
                .param("from", first.atStartOfDay().atOffset(ZoneOffset.UTC).minusHours(WIDEST_OFFSET))
                .param(
                        "to",
                        last.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC).plusHours(WIDEST_OFFSET))
                .query(rs -> {
                    overlaps.put(
                            new AppointmentId(Columns.uuid(rs, "id")),
                            new Overlap(Overlap.Role.of(rs.getString("overlap_role")), rs.getString("overlap_reason")));
                });
        return Map.copyOf(overlaps);
    }
}
