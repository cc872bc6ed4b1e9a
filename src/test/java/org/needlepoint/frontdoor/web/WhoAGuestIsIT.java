package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.frontdoor.web.Guest.typed;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.BookedVisits.Found;
import org.needlepoint.identity.Role;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Visitor;
import org.needlepoint.testing.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The front desk says which chart a guest belongs to, and never reaches into another practice.
@IntegrationTest
class WhoAGuestIsIT {
    @Autowired
    Clinic clinics;

    @Autowired
    Staff staff;

    @Autowired
    Patients patients;

    @Autowired
    BookedVisits visits;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Visitor desk;
    private Appointment visit;
    private PatientId guest;
    private PatientId chart;

    @BeforeEach
    void bookAsAGuestWhoHasAChart() {
        clinic = clinics.byPhone("America/New_York");
        desk = staff.signedIn(port, clinic.id(), Role.FRONT_DESK);
        visit = bookedAt(clinic);
        guest = visit.patient();
        chart = chartOf(clinic, "Zelda Quist-Marlow");
    }

    private Appointment bookedAt(Clinic.Opened where) {
        var token = new Guest(port, where).booked(typed("Zelda Quist"));
        return ((Found.Visit) where.in(() -> visits.find(where.id(), token))).appointment();
    }

    private PatientId chartOf(Clinic.Opened where, String name) {
        var who = new Demographics(name, LocalDate.of(1988, 3, 4), "+14105550144", null, Locale.ENGLISH);
        return where.in(() -> patients.register(where.id(), who, Actor.SYSTEM));
    }

    private String path(String rest) {
        return "/p/" + clinic.slug() + rest;
    }

    private Answer act(PatientId patient, String act, String... fields) {
        return desk.post(path("/patients/" + patient + "/" + act), fields);
    }

    private String record(PatientId patient) {
        var page = desk.get(path("/patients/" + patient));
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }

    @Test
    void links_to_the_chart_shown_beside_and_undoes_it() {
        assertThat(record(guest)).contains("value=\"" + chart + "\"", "Zelda Quist-Marlow", ">same<");
        var linked = act(guest, "link", "chart", chart.toString());
        assertThat(linked.status()).isEqualTo(303);
        assertThat(linked.location()).endsWith("done=linked");
        assertThat(desk.get(linked.location()).body()).contains("Linked. The visits now appear in the chart.");
        assertThat(record(chart)).contains("/appointments/" + visit.id());
        assertThat(record(guest)).contains("/patients/" + chart).doesNotContain("/confirmation");

        var undone = act(guest, "unlink");
        assertThat(undone.location()).endsWith("done=unlinked");
        assertThat(record(chart)).doesNotContain("/appointments/" + visit.id());
        assertThat(record(guest)).contains("/confirmation", "/appointments/" + visit.id());
    }

    @Test
    void refuses_what_makes_no_sense_and_says_so() {
        act(guest, "link", "chart", chart.toString());
        for (var refused : List.of(
                act(guest, "link", "chart", chart.toString()),
                act(guest, "confirmation"),
                act(chart, "link", "chart", guest.toString()),
                act(chart, "unlink"))) {
            assertThat(refused.location()).endsWith("done=refused");
        }
        assertThat(act(guest, "link", "chart", "not an id").status()).isIn(400, 404, 422);
        assertThat(act(guest, "link").status()).isIn(400, 422);
    }

    @Test
    void is_not_for_the_practitioner_to_say() {
        var practitioner = staff.signedIn(port, clinic.id(), Role.PRACTITIONER);
        assertThat(practitioner.get(path("/patients/" + guest)).body()).doesNotContain("/link\"", "/confirmation\"");
        for (var act : List.of("link", "unlink", "confirmation")) {
            assertThat(practitioner
                            .post(path("/patients/" + guest + "/" + act), "chart", chart.toString())
                            .status())
                    .as(act)
                    .isEqualTo(403);
        }
    }

    @Test
    void finds_nothing_of_another_practice_on_any_page() {
        var elsewhere = clinics.byPhone("America/New_York");
        var theirVisit = bookedAt(elsewhere);
        var theirGuest = theirVisit.patient();
        var theirChart = chartOf(elsewhere, "Zelda Quist-Elsewhere");
        assertThat(record(guest)).doesNotContain("Elsewhere", theirChart.toString());

        for (var page : List.of(
                "/patients/" + theirGuest,
                "/patients/" + theirChart,
                "/patients/" + theirChart + "/booking",
                "/appointments/" + theirVisit.id())) {
            nothing(desk.get(path(page)), page);
        }
        nothing(act(theirGuest, "confirmation"), "confirmation");
        nothing(act(theirGuest, "link", "chart", theirChart.toString()), "link of two others");
        nothing(act(theirGuest, "link", "chart", chart.toString()), "link of another's guest");
        nothing(act(guest, "link", "chart", theirChart.toString()), "link to another's chart");
        nothing(act(theirGuest, "unlink"), "unlink");
        assertThat(desk.get(path("/patients?q=Elsewhere")).body()).doesNotContain("Quist-Elsewhere");
        assertThat(desk.get(path("/today?date=" + visit.localStart().toLocalDate()))
                        .body())
                .contains(visit.id().toString())
                .doesNotContain(theirVisit.id().toString());
        assertThat(desk.get("/p/" + elsewhere.slug() + "/patients/" + theirGuest)
                        .status())
                .as("signed in elsewhere")
                .isNotEqualTo(200);

        var untouched =
                elsewhere.in(() -> patients.find(elsewhere.id(), theirGuest)).orElseThrow();
        assertThat(untouched.awaitsConfirmation()).isTrue();
    }

    private static void nothing(Answer answer, String page) {
        assertThat(answer.status()).as(page).isEqualTo(404);
        assertThat(answer.body()).as(page).doesNotContain("Zelda", "1988", "Exception");
    }
}
