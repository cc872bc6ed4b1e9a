package org.needlepoint.charting.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.charting.note.NotedVisit.fields;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Notes done, needles balanced.
@IntegrationTest
class TheEndOfTheDayIT {
    @Autowired
    NotedVisit visits;

    @Autowired
    Trainees trainees;

    @Autowired
    MoveVisitOn moveVisitOn;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private NotedVisit.Opened visit;
    private Visitor practitioner;

    @BeforeEach
    void openAVisit() {
        visit = visits.open();
        practitioner = visits.signedIn(port, visit.practice(), visit.account());
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private String page() {
        return practitioner.get("/p/" + visit.clinic().slug() + "/day-end").body();
    }

    @Test
    void has_nothing_to_say_before_anybody_came() {
        assertThat(page()).contains("Nobody has come yet today", "One visit is still to come today.");
    }

    @Test
    void asks_for_the_note_of_whoever_came_and_is_green_once_it_is_signed() {
        practices.in(
                visit.practice(),
                () -> moveVisitOn.to(visit.practice(), visit.visit().id(), Status.ARRIVED, Actor.SYSTEM));
        assertThat(page())
                .contains("Ada Example", "0 of 1", "Write and sign")
                .doesNotContain("Nothing of today is left");
        var note = visit.path() + "/note";
        practitioner.post(note + "/signature", fields(practitioner.get(note).body()));
        assertThat(page()).contains("Notes done, needles balanced", "1 of 1", "Nothing of today is left to do.");
    }

    @Test
    void is_each_practitioners_own() {
        practices.in(
                visit.practice(),
                () -> moveVisitOn.to(visit.practice(), visit.visit().id(), Status.ARRIVED, Actor.SYSTEM));
        var other = visits.open();
        var elsewhere = visits.signedIn(port, other.practice(), other.account());
        assertThat(elsewhere.get("/p/" + other.clinic().slug() + "/day-end").body())
                .contains("Nobody has come yet today");
    }

    @Test
    void is_not_over_while_a_trainees_note_waits_for_the_supervisor() {
        trainees.add(visit.account());
        practices.in(
                visit.practice(),
                () -> moveVisitOn.to(visit.practice(), visit.visit().id(), Status.ARRIVED, Actor.SYSTEM));
        var note = visit.path() + "/note";
        assertThat(practitioner
                        .post(note + "/signature", fields(practitioner.get(note).body()))
                        .status())
                .isEqualTo(303);
        assertThat(page())
                .contains("waits for a supervisor", "0 of 1")
                .doesNotContain("Nothing of today is left", "Write and sign");
    }
}
