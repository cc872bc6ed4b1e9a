package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every visit of somebody who has come for years can be reached, a hundred at a time.
@IntegrationTest
class AChartOfYearsIT {
    private static final int EARLIER = 230;
    private static final Pattern VISIT = Pattern.compile("<li><a href=\"[^\"]*/appointments/([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    private static Set<String> visits(String page) {
        return VISIT.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void is_turned_page_by_page_to_the_first_visit() {
        var room = treatment.room(PainReport.NONE);
        comesForYears(room);
        var patient = "/p/" + room.clinic().slug() + "/patients/" + room.patient();
        var visitor = new Visitor(port).with("np", room.signIn());
        var first = visitor.get(patient).body();
        assertThat(visits(first)).hasSize(100);
        assertThat(first).contains("Earlier visits", "page=2").doesNotContain("Later visits");
        var second = visitor.get(patient + "?page=2").body();
        assertThat(second).contains("Earlier visits", "Later visits");
        var third = visitor.get(patient + "?page=3").body();
        assertThat(third).contains("Later visits").doesNotContain("Earlier visits");
        var all = new HashSet<>(visits(first));
        all.addAll(visits(second));
        all.addAll(visits(third));
        assertThat(all).hasSize(EARLIER + 1);
    }

    /// The visit again, each day before it.
    private void comesForYears(Treatment.Room room) {
        practices.in(
                room.clinic().id(),
                () -> jdbc.sql("""
                        insert into scheduling.appointment
                          (practice_id, id, status, service_id, service_name, modality, price_cents, currency,
                           practitioner_id, location_id, patient_id, local_start, zone, starts_at, ends_at, booked_at,
                           changed_at)
                        select practice_id, gen_random_uuid(), 'completed', service_id, service_name, modality,
                               price_cents, currency, practitioner_id, location_id, patient_id,
                               local_start - n * interval '1 day', zone, starts_at - n * interval '1 day',
                               ends_at - n * interval '1 day', booked_at, changed_at
                          from scheduling.appointment
                         cross join generate_series(1, :earlier) as n
                         where practice_id = :practice
                           and id = :id
                        """)
                        .param("earlier", EARLIER)
                        .param("practice", room.clinic().id().value())
                        .param("id", room.visit().value())
                        .update());
    }
}
