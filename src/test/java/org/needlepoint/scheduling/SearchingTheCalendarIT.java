package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.practice.PerEdition;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is read for openings and lists, as the application role sees it.
@IntegrationTest
class SearchingTheCalendarIT {
    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "busy, starts_at",
        "day, appointment_start",
        "patients, appointment_of_patient",
        "before, appointment_",
        "holds, hold_of_client",
        "taken days, taken_day_pkey",
        "live holds, occupancy_of_live_hold",
        "edition, edition_pkey",
    })
    void each_search_uses_an_index_also_under_row_level_security(String kind, String expected) {
        var sql = switch (kind) {
            case "busy" -> Occupancies.BUSY;
            case "day" -> Calendar.DAY;
            case "patients" -> Calendar.OF_PATIENTS;
            case "before" -> Calendar.CAME_BEFORE;
            case "taken days" -> Occupancies.TAKEN_DAYS;
            case "live holds" -> Occupancies.LIVE_HOLDS;
            case "edition" -> PerEdition.NUMBER;
            default -> Holds.ACTIVE_OF_CLIENT;
        };
        var practice = practices.open("America/New_York");
        var time = OffsetDateTime.parse("2026-12-03T00:00:00Z");
        var plan = practices.in(practice.id(), () -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain " + sql)
                            .param("practice", practice.id().value())
                            .param("resources", new UUID[] {new UUID(1, 1)})
                            .param("patients", new UUID[] {new UUID(1, 1)})
                            .param("client", "x")
                            .param("limit", 100)
                            .param("first", time.toLocalDate())
                            .param("last", time.toLocalDate().plusDays(30))
                            .param("before", time)
                            .param("except", new UUID(0, 0))
                            .param("from", time)
                            .param("dayBefore", time.minusDays(1))
                            .param("to", time.plusDays(1))
                            .param("now", time)
                            .param("midnight", LocalDateTime.parse("2026-12-03T00:00"))
                            .param("nextMidnight", LocalDateTime.parse("2026-12-04T00:00"))
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains(expected).contains("Index Cond").doesNotContain("Seq Scan");
    }
}
