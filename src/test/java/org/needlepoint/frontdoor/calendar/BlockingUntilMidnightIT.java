package org.needlepoint.frontdoor.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A field for a time knows no 24:00: a block until 00:00 lasts to the end of its day.
@IntegrationTest
class BlockingUntilMidnightIT {
    @Autowired
    Desk desks;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Desk.Opened clinic;
    private Visitor desk;

    @BeforeEach
    void open() {
        clock.set(MovableClock.START);
        clinic = desks.open();
        desk = new Visitor(port).with("np", desks.signIn(clinic));
    }

    private Visitor.Answer block(String from, String to) {
        desk.get(clinic.path("/calendar/blocks/new"));
        return desk.post(
                clinic.path("/calendar/blocks"),
                "whom",
                "practitioner:" + clinic.maya(),
                "date",
                Desk.THURSDAY.toString(),
                "from",
                from,
                "to",
                to,
                "label",
                "Away");
    }

    @Test
    void keeps_the_whole_day_free() {
        assertThat(block("00:00", "00:00").status()).isEqualTo(303);
        assertThat(desk.get(clinic.path("/calendar?day=" + Desk.THURSDAY)).body())
                .contains("data-start=\"2026-12-03T00:00\" data-end=\"2026-12-04T00:00\"", "Away");
        assertThat(block("18:00", "19:00").status()).isEqualTo(409);
    }
}
