package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A patient who is needled before the time of the visit.
@IntegrationTest
class ComingEarlyIT {
    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    private Treatment.Room room;

    @BeforeEach
    void needled() {
        room = treatment.room(PainReport.NONE);
        treatment.insert(room, treatment.open(room), "gastrocnemius", Laterality.R);
    }

    private String pageOf(String visit) {
        return new Visitor(port)
                .with("np", room.signIn())
                .get("/p/%s/appointments/%s".formatted(room.clinic().slug(), visit))
                .body();
    }

    @Test
    void does_not_make_this_visit_the_last_one() {
        assertThat(pageOf(room.visit().value().toString())).doesNotContain("Last time, ");
    }

    @Test
    void is_the_last_time_for_the_next_visit() {
        var next = treatment.anotherVisit(room);
        assertThat(pageOf(next.value().toString())).contains("Last time, ", "gastrocnemius (right) × 1");
    }
}
