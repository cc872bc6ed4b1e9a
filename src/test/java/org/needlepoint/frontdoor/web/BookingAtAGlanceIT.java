package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.Closures;
import org.needlepoint.shared.Texts;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Booking by a patient who has never been here, in a real browser. It is Wednesday, December 2, 2026; the clinic works
/// Monday to Friday from 9 to 17, on the half hour.
@Tag("browser")
@IntegrationTest
class BookingAtAGlanceIT {
    private static final int TELEPHONE = 390;
    private static final Pattern BOOKED = Pattern.compile(".*/booked/.*");

    @Autowired
    Clinic clinics;

    @Autowired
    Closures closures;

    @LocalServerPort
    int port;

    private final List<String> complaints = new ArrayList<>();

    private static Walk details(Walk walk, String name) {
        walk.type("#name", name)
                .answer("#birthDate", "3", "4", "1988")
                .type("#phone", "202 555 0143")
                .press("Book this visit");
        walk.page().waitForURL(BOOKED);
        return walk;
    }

    private void closed(Clinic.Opened clinic, PractitionerId who, String first, String last) {
        clinic.in(() -> {
            closures.add(
                    clinic.id(),
                    new Closure(
                            Uuid7.next(),
                            Closure.Kind.CLOSED,
                            who,
                            null,
                            LocalDate.parse(first),
                            LocalDate.parse(last),
                            null,
                            null,
                            new Texts("Away", "Ausente")),
                    Actor.SYSTEM);
            return true;
        });
    }

    /// An interaction is one control pressed or one question answered.
    @Test
    void takes_six_interactions_from_the_practices_page_to_booked() {
        var clinic = clinics.byPhone("America/New_York");
        try (var browser = Chromium.open()) {
            var byButton = Walk.in(browser.context(TELEPHONE), port, TELEPHONE, complaints)
                    .to("/p/" + clinic.slug())
                    .follow("Book a visit")
                    .look("glance-services")
                    .tap("button[name=opening]");
            assertThat(details(byButton, "Button Path").interactions()).isEqualTo(6);
            var byService = Walk.in(browser.context(TELEPHONE), port, TELEPHONE, complaints)
                    .to("/p/" + clinic.slug())
                    .tap(".np-service__name a")
                    .look("glance-times")
                    .tap("button[name=opening]");
            assertThat(details(byService, "Service Path").look("glance-booked").interactions())
                    .isEqualTo(6);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void shows_four_weeks_of_days_and_goes_to_the_one_that_is_pressed() {
        var clinic = clinics.byPhone("America/New_York");
        closed(clinic, clinic.practitioner(), "2026-12-10", "2026-12-10");
        try (var browser = Chromium.open()) {
            var walk = Walk.in(browser.context(TELEPHONE), port, TELEPHONE, complaints)
                    .to("/p/" + clinic.slug() + "/book")
                    .press("See all times Visit");
            walk.reads("Days with openings", "All times are Eastern Time", "Wednesday, December 2");
            assertThat(walk.page().locator(".np-glance td").count()).isEqualTo(28);
            assertThat(walk.page()
                            .locator("button[name=from][value='2026-12-10']")
                            .count())
                    .isZero();
            walk.tap(".np-glance button[value='2026-12-15']")
                    .look("glance-chosen")
                    .reads("Tuesday, December 15");
            assertThat(walk.page().locator(".np-slots__date").first().innerText())
                    .startsWith("Tuesday, December 15");
            walk.tap(".np-slots__day button[name=opening]")
                    .reads("Tuesday, December 15, 2026", "Eastern Standard Time");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void adds_the_visitors_own_time_where_their_clock_shows_another() {
        var clinic = clinics.byPhone("America/New_York");
        try (var browser = Chromium.open()) {
            var madrid = Walk.in(browser.context(TELEPHONE, "Europe/Madrid"), port, TELEPHONE, complaints)
                    .to("/p/" + clinic.slug() + "/book")
                    .reads("your time", "Central European Standard Time")
                    .press("See all times Visit")
                    .look("glance-madrid");
            assertThat(madrid.words()).containsPattern("10:00 AM\\s+Robin Hale, PT, DPT\\s+4:00\\sPM your time");
            madrid.tap(".np-slots__day button[name=opening]").reads("your time");
            assertThat(details(madrid, "Madrid Visitor").words()).contains("Eastern Standard Time", "your time");
            var toronto = Walk.in(browser.context(TELEPHONE, "America/Toronto"), port, TELEPHONE, complaints)
                    .to("/p/" + clinic.slug() + "/book")
                    .press("See all times Visit");
            assertThat(toronto.words()).doesNotContain("your time", "your device");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void names_the_next_free_day_where_there_is_nothing_and_whoever_is_free_before() {
        var clinic = clinics.byPhone("America/New_York");
        closed(clinic, clinic.practitioner(), "2026-12-02", "2027-02-14");
        var other = clinic.in(() -> {
            var id = clinics.practitioner(clinic.id(), clinic.location());
            clinics.offerAlso(clinic, id);
            return id;
        });
        closed(clinic, other, "2026-12-02", "2026-12-06");
        try (var browser = Chromium.open()) {
            var walk = Walk.in(browser.context(TELEPHONE), port, TELEPHONE, complaints)
                    .to("/p/" + clinic.slug() + "/book")
                    .press("See all times Visit");
            walk.page()
                    .locator("select[name=practitioner]")
                    .selectOption(clinic.practitioner().toString());
            walk.press("Show times")
                    .look("glance-none")
                    .reads("The next free day is Monday, February 15", "With somebody else: Monday, December 7");
            walk.press("Show Monday, February 15");
            assertThat(walk.page().locator(".np-slots__date").first().innerText())
                    .startsWith("Monday, February 15");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void says_until_when_nothing_is_free_where_the_horizon_holds_nothing() {
        var clinic = clinics.byPhone("America/New_York");
        closed(clinic, clinic.practitioner(), "2026-12-01", "2027-12-31");
        try (var browser = Chromium.open()) {
            Walk.in(browser.context(TELEPHONE), port, TELEPHONE, complaints)
                    .to("/p/" + clinic.slug() + "/book")
                    .reads("No openings in the next six weeks")
                    .press("See all times Visit")
                    .look("glance-nothing")
                    .reads("Nothing is free until Thursday, April 1");
        }
        assertThat(complaints).isEmpty();
    }
}
