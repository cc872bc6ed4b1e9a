package org.needlepoint.frontdoor.calendar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The calendar in a real browser: dragged, refused, undone, and followed on another screen.
@IntegrationTest
@Tag("browser")
class TheCalendarOnTheScreenIT {
    @Autowired
    Desk desks;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private static final Instant AT_FIVE_PAST_TWO =
            Desk.THURSDAY.atTime(14, 5).atZone(ZoneId.of("America/New_York")).toInstant();

    private final List<String> complaints = new ArrayList<>();
    private Desk.Opened clinic;

    @BeforeEach
    void open() {
        clock.set(MovableClock.START);
        clinic = desks.open();
    }

    private Walk walk(Chromium browser, int width) {
        var walk = Walk.in(browser.context(width), port, width, complaints);
        walk.signedIn(clinic.practice().slug(), desks.signIn(clinic));
        return walk.to(clinic.path("/calendar?day=" + Desk.THURSDAY));
    }

    private static Locator event(Page page, String name) {
        return page.locator(".np-cal-event", new Page.LocatorOptions().setHasText(name));
    }

    /// Takes a visit by its name and lets it go over a point of a practitioner's column.
    private static void drag(Page page, Locator event, int columnsToTheRight, int minutes) {
        var box = event.boundingBox();
        var day = page.locator(".ec-body .ec-day").first().boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + 8;
        double perMinute = day.height / (10 * 60);
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 5, y + 5, new Mouse.MoveOptions().setSteps(3));
        page.mouse()
                .move(x + columnsToTheRight * day.width, y + minutes * perMinute, new Mouse.MoveOptions().setSteps(12));
        page.mouse().up();
    }

    @Test
    void a_visit_that_is_dragged_goes_there_and_comes_back_when_that_is_undone() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
        try (var browser = Chromium.open()) {
            var page = walk(browser, 1280).page();
            drag(page, event(page, "Ana Ruiz"), 1, 60);
            assertThat(page.locator("#cal-said"))
                    .containsText("Ana Ruiz is booked for Thursday, December 3 at 10:30 AM");
            assertThat(event(page, "Ana Ruiz")).containsText("10:30");
            page.locator("#cal-said button").click();
            assertThat(page.locator("#cal-said")).containsText("Undone");
            assertThat(event(page, "Ana Ruiz")).containsText("9:30");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_visit_that_may_not_go_there_rolls_back_and_the_page_says_why() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
        desks.booked(clinic, "Bo Lind", clinic.robin(), "10:30", 60);
        try (var browser = Chromium.open()) {
            var page = walk(browser, 1280).page();
            drag(page, event(page, "Ana Ruiz"), 1, 60);
            assertThat(page.locator("#cal-said")).containsText("by the visit of Bo Lind");
            assertThat(event(page, "Ana Ruiz")).containsText("9:30");
            assertThat(page.locator("#cal-said a")).containsText("Place it there on purpose");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void an_empty_place_leads_to_a_form_that_knows_whose_it_is_and_when() {
        try (var browser = Chromium.open()) {
            var page = walk(browser, 1280).page();
            var columns = page.locator(".ec-body .ec-day");
            var robin = columns.nth(1).boundingBox();
            page.mouse().click(robin.x + robin.width / 2, robin.y + robin.height * 0.6 + 4);
            page.waitForURL("**/calendar/new?**");
            assertThat(page.locator("#time")).hasValue("14:00");
            assertThat(page.locator("#practitioner")).hasValue(clinic.robin().toString());
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void what_one_browser_does_another_shows_within_seconds() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
        try (var browser = Chromium.open()) {
            var one = walk(browser, 1280).page();
            var other = walk(browser, 1280).page();
            assertThat(event(other, "Ana Ruiz")).containsText("9:30");
            drag(one, event(one, "Ana Ruiz"), 0, 120);
            assertThat(event(other, "Ana Ruiz")).containsText("11:30");
            desks.booked(clinic, "Bo Lind", clinic.robin(), "09:00", null);
            assertThat(event(one, "Bo Lind")).isVisible();
            assertThat(event(other, "Bo Lind")).isVisible();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_delay_shows_on_the_grid_and_on_the_screens_of_others() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "15:00", null);
        clock.set(AT_FIVE_PAST_TWO);
        try (var browser = Chromium.open()) {
            var other = walk(browser, 1280).page();
            assertThat(event(other, "Ana Ruiz")).isVisible();
            var walk = walk(browser, 1280).follow("Report a delay").press("20 minutes");
            assertThat(walk.page().locator("#cal-said")).containsText("One patient is told.");
            assertThat(event(walk.page(), "Ana Ruiz")).containsText("Practitioner about 20 min late");
            assertThat(other.locator("#cal-late")).containsText("Maya Okafor is running about 20 minutes late");
            assertThat(event(other, "Ana Ruiz")).containsText("Practitioner about 20 min late");
            walk.press("On time again Maya Okafor");
            assertThat(other.locator("#cal-late")).isEmpty();
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void running_late_is_readable_and_accessible(int width) {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "15:00", null);
        var visit = desks.booked(clinic, "Carla Mendes Oliveira", clinic.maya(), "16:30", null);
        clock.set(AT_FIVE_PAST_TWO);
        try (var browser = Chromium.open()) {
            var walk = walk(browser, width).follow("Report a delay").look("late-form");
            walk.type("#late", "3").press("Tell the patients").look("late-form-errors");
            walk.type("#late", "20").press("Tell the patients").look("late-calendar");
            walk.press(width < 600 ? "Grid" : "List").look("late-calendar-other-look");
            walk.to(clinic.path("/today")).look("late-today");
            walk.to(clinic.path("/manage/" + desks.link(clinic, visit))).look("late-manage");
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void somebody_who_did_not_come_stands_beside_who_was_seen_instead_and_a_block_comes_back(int width) {
        var missed = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "14:00", 60);
        desks.booked(clinic, "Bo Lind", clinic.robin(), "14:00", 180);
        clock.set(AT_FIVE_PAST_TWO);
        try (var browser = Chromium.open()) {
            var walk = walk(browser, width).to(clinic.path("/calendar/visits/" + missed.id()));
            walk.press("Did not come").look("missed");
            walk.follow("Walk-in").type("#name", "Gil Amos").born("2", "29", "1984");
            walk.type("#phone", "410 555 0123").press("Book now").look("missed-walk-in");
            assertThat(walk.page().locator("#cal-said")).containsText("Gil Amos is booked for 2:05 PM");
            walk.press("Grid").look("missed-walk-in-grid");
            assertThat(event(walk.page(), "Ana Ruiz")).containsText("Did not come");
            walk.press("List");
            walk.to(clinic.path("/calendar/visits/" + missed.id()))
                    .press("Arrived")
                    .look("missed-refused");
            assertThat(walk.page().locator("#cal-said")).containsText("by the visit of Gil Amos");
            walk.to(clinic.path("/calendar/blocks/new")).type("#from", "16:00").type("#to", "17:00");
            walk.type("#label", "Team")
                    .press("Block this time")
                    .press("Remove Team")
                    .look("block-removed");
            walk.press("Undo");
            assertThat(walk.page().locator("#cal-list")).containsText("Team");
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void is_readable_and_accessible(int width) {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
        desks.booked(clinic, "Bo Lind", clinic.robin(), "10:30", 60);
        desks.booked(clinic, "Carla Mendes Oliveira", clinic.maya(), "10:30", null);
        desks.booked(clinic, "Dee Fox", clinic.robin(), "14:00", null);
        var visit = desks.booked(clinic, "Eve Stone", clinic.maya(), "15:00", 30);
        try (var browser = Chromium.open()) {
            var walk = walk(browser, width);
            walk.look("calendar-day");
            walk.press(width < 600 ? "Grid" : "List").look("calendar-other-look");
            walk.to(clinic.path("/calendar?view=week&day=" + Desk.THURSDAY)).look("calendar-week");
            walk.to(clinic.path("/calendar?by=room&day=" + Desk.THURSDAY)).look("calendar-rooms");
            walk.to(clinic.path("/calendar/visits/" + visit.id())).look("calendar-visit");
            walk.to(clinic.path("/calendar/new?time=16:00&date=" + Desk.THURSDAY))
                    .look("calendar-new");
            walk.page().locator("#q").pressSequentially("eve st");
            assertThat(walk.page().locator("#found button")).containsText("Eve Stone");
            walk.look("calendar-new-found");
            walk.to(clinic.path("/calendar/walk-in")).look("calendar-walk-in");
            walk.to(clinic.path("/calendar/blocks/new")).look("calendar-block");
        }
        assertThat(complaints).isEmpty();
    }
}
