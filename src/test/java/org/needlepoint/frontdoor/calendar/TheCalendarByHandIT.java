package org.needlepoint.frontdoor.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The calendar without a script: everything the grid does is a form.
@IntegrationTest
class TheCalendarByHandIT {
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

    private Visitor.Answer day() {
        return desk.get(clinic.path("/calendar?day=" + Desk.THURSDAY));
    }

    private Visitor.Answer place(Appointment visit, String... fields) {
        desk.get(clinic.path("/calendar/visits/" + visit.id()));
        var all = new String[fields.length + 2];
        all[0] = "version";
        all[1] = String.valueOf(visit.version());
        System.arraycopy(fields, 0, all, 2, fields.length);
        return desk.post(clinic.path("/calendar/visits/" + visit.id() + "/place"), all);
    }

    @Test
    void shows_each_practitioners_day_with_hours_visits_and_rooms() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var page = day();
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains("Maya Okafor", "Robin Hale", "9:00 AM – 12:30 PM, 1:30 PM – 6:00 PM", "Ana Ruiz")
                .contains("Dry needling · Blue room");
    }

    @Test
    void shows_rooms_locations_and_weeks_too() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        for (var query : new String[] {"&by=room", "&by=location", "&view=week", "&view=week&by=room"}) {
            var page = desk.get(clinic.path("/calendar?day=" + Desk.THURSDAY + query));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).as(query).contains("Ana Ruiz");
        }
    }

    @Test
    void moves_a_visit_says_so_and_undoes_it() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var moved = place(visit, "time", "10:05", "practitioner", clinic.robin().toString());
        assertThat(moved.status()).as(moved.body()).isEqualTo(303);
        var page = desk.get(moved.location().replaceFirst("^https?://[^/]+", ""));
        assertThat(page.body()).contains("Ana Ruiz is booked for Thursday, December 3 at 10:05 AM now.", "Undo");
        var undone = desk.post(clinic.path("/calendar/visits/" + visit.id() + "/undo"), "version", "1");
        assertThat(undone.status()).isEqualTo(303);
        assertThat(day().body()).contains("data-start=\"2026-12-03T09:00\"").doesNotContain("T10:05");
    }

    @Test
    void refuses_with_the_reason_keeps_what_was_typed_and_offers_an_overlap_on_purpose() {
        desks.booked(clinic, "Bo Lind", clinic.robin(), "10:00", null);
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var refused =
                place(visit, "time", "10:05", "practitioner", clinic.robin().toString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Robin Hale is taken from 10:00 AM to 10:15 AM by the visit of Bo Lind.")
                .contains("value=\"10:05\"");
        var onPurpose = place(
                visit,
                "time",
                "10:05",
                "practitioner",
                clinic.robin().toString(),
                "role",
                "fitted-in",
                "why",
                "acute pain");
        assertThat(onPurpose.status()).isEqualTo(303);
        assertThat(day().body()).contains("Seen in between: acute pain");
    }

    @Test
    void names_the_field_that_needs_another_look() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        var refused = place(visit, "time", "noonish", "minutes", "7");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("noonish", "Enter 5 to 480 minutes, by fives.");
    }

    @Test
    void cancels_and_undoes_that() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:00", null);
        desk.get(clinic.path("/calendar/visits/" + visit.id()));
        var cancelled = desk.post(
                clinic.path("/calendar/visits/" + visit.id() + "/cancellation"),
                "version",
                "0",
                "reason",
                "weather",
                "day",
                Desk.THURSDAY.toString());
        assertThat(cancelled.status()).isEqualTo(303);
        assertThat(day().body()).contains("data-gone=\"true\"");
        desk.post(clinic.path("/calendar/visits/" + visit.id() + "/undo"), "version", "1");
        assertThat(day().body()).doesNotContain("data-gone=\"true\"").contains("Ana Ruiz");
    }
}
