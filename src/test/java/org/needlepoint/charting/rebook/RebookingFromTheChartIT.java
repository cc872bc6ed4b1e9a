package org.needlepoint.charting.rebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.SignIns;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
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

    @Autowired
    Calendar calendar;

    @Autowired
    SignIns signIns;

    @Autowired
    PracticeFixture practices;

    @LocalServerPort
    int port;

    private Treatment.Room room;
    private Visitor practitioner;
    private String visit;

    @BeforeEach
    void openAVisit() {
        clock.set(MovableClock.START);
        room = treatment.room(PainReport.NONE);
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

    @Test
    void takes_back_nothing_that_was_not_booked_from_this_visit() {
        var other = treatment.anotherVisit(room);
        assertThat(note()).contains("Open it").doesNotContain(">Undo<");
        var answer =
                practitioner.post(visit + "/next/undo", "booked", other.toString(), "version", "0", "from", "note");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(room.in(() -> calendar.find(room.clinic().id(), other))
                        .orElseThrow()
                        .status())
                .isEqualTo(Status.BOOKED);
    }

    @Test
    void is_not_undone_a_while_later_and_says_so() {
        practitioner.post(visit + "/next", "start", first(START, note()), "from", "note");
        var booked = first(BOOKED, note());
        clock.advance(BookNextVisit.UNDO.plus(Duration.ofMinutes(1)));
        var account = new AccountId(Objects.requireNonNull(room.by().id()));
        practitioner = new Visitor(port)
                .with(
                        "np",
                        practices.in(
                                room.clinic().id(),
                                () -> signIns.startStaff(room.clinic().id(), account)));
        assertThat(note()).contains("Open it").doesNotContain(">Undo<");
        var refused = practitioner.post(visit + "/next/undo", "booked", booked, "version", "0", "from", "note");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Not taken back", "booked a while ago", "Open it");
    }
}
