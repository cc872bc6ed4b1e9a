package org.needlepoint.charting.rebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From the note to the next visit in one more tap, and back.
@IntegrationTest
class RebookingFromTheChartIT {
    private static final Pattern START = Pattern.compile("name=\"start\" value=\"([^\"]+)\"");
    private static final Pattern BOOKED = Pattern.compile("name=\"booked\" value=\"([^\"]+)\"");

    @Autowired
    Treatment treatment;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Visitor practitioner;
    private String visit;

    @BeforeEach
    void openAVisit() {
        clock.set(MovableClock.START);
        var room = treatment.room(PainReport.NONE);
        practitioner = new Visitor(port).with("np", room.signIn());
        visit = "/p/" + room.clinic().slug() + "/appointments/" + room.visit();
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private String note() {
        return practitioner.get(visit + "/note").body();
    }

    private static String first(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as("%s", pattern).isTrue();
        return found.group(1);
    }

    @Test
    void books_a_time_that_stands_there_and_says_so_in_the_note() {
        var before = note();
        assertThat(before).contains("Next visit", "In a week", "same time", "No further visit is booked.");
        var answer = practitioner.post(visit + "/next", "start", first(START, before), "from", "note");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).endsWith("/note");
        assertThat(note()).contains("Booked", "Undo", "Next visit: ").doesNotContain("No further visit is booked.");
    }

    @Test
    void is_undone_in_one_tap() {
        practitioner.post(visit + "/next", "start", first(START, note()), "from", "note");
        practitioner.post(visit + "/next/undo", "booked", first(BOOKED, note()), "version", "0", "from", "note");
        assertThat(note()).contains("No further visit is booked.").doesNotContain(">Undo<");
    }

    @Test
    void of_a_time_that_is_taken_meanwhile_offers_another() {
        var start = first(START, note());
        practitioner.post(visit + "/next", "start", start, "from", "note");
        var refused = practitioner.post(visit + "/next", "start", start, "from", "note");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Not booked", "name=\"start\"");
    }
}
