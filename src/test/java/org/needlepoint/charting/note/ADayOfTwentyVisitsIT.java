package org.needlepoint.charting.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.needling.NeedledVisit;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.SentStatements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The end of a full day is read at once, not visit by visit.
@IntegrationTest
class ADayOfTwentyVisitsIT {
    @Autowired
    NotedVisit visits;

    @Autowired
    NeedledVisit needled;

    @Autowired
    MoveVisitOn moveVisitOn;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    Calendar calendar;

    @Autowired
    Practices practices;

    @Autowired
    PracticeFixture fixture;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private NotedVisit.Opened first;
    private Practice practice;

    @BeforeEach
    void begin() {
        first = visits.open();
        practice = fixture.in(
                first.practice(), () -> practices.find(first.practice()).orElseThrow());
        fixture.in(
                first.practice(),
                () -> moveVisitOn.to(first.practice(), first.visit().id(), Status.ARRIVED, Actor.SYSTEM));
        needle(first.visit().id());
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private void needle(AppointmentId visit) {
        needled.closed(
                first.practice(),
                first.clinic().in(() -> calendar.find(first.practice(), visit).orElseThrow()),
                "trapezius-upper",
                "infraspinatus");
    }

    /// The first visit again, as of somebody with a practitioner of their own.
    private void oneMore() {
        var id = UUID.randomUUID();
        fixture.in(
                first.practice(),
                () -> jdbc.sql("""
                        insert into scheduling.appointment
                          (practice_id, id, status, service_id, service_name, modality, price_cents, currency,
                           practitioner_id, location_id, patient_id, local_start, zone, starts_at, ends_at, booked_at,
                           changed_at)
                        select practice_id, :copy, status, service_id, service_name, modality, price_cents, currency,
                               practitioner_id, location_id, patient_id, local_start, zone, starts_at, ends_at, booked_at,
                               changed_at
                          from scheduling.appointment
                         where practice_id = :practice
                           and id = :id
                        """)
                        .param("copy", id)
                        .param("practice", first.practice().value())
                        .param("id", first.visit().id().value())
                        .update());
        needle(new AppointmentId(id));
    }

    private int statements(int expected) {
        return SentStatements.during(() -> {
                    var day = first.clinic().in(() -> endOfDay.today(practice, Optional.empty()));
                    assertThat(day.came()).isEqualTo(expected);
                    assertThat(day.balanced()).isEqualTo(expected);
                    assertThat(day.visits()).allMatch(visit -> visit.used() == 2);
                })
                .size();
    }

    @Test
    void takes_as_many_statements_as_a_day_of_one() {
        int one = statements(1);
        for (int i = 1; i < 20; i++) {
            oneMore();
        }
        assertThat(statements(20)).isEqualTo(one);
    }
}
