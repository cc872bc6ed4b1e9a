package org.needlepoint.frontdoor.calendar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;

/// The calendar in a real browser: dragged, refused, undone, and followed on another screen.
@IntegrationTest
@Tag("browser")
class TheCalendarOnTheScreenIT {
    @Autowired
    Desk desks;

    @Autowired
    MovableClock clock;

    @Autowired
    @Qualifier("liveCalendars")
    SmartLifecycle live;

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
        return walk(browser.context(width), width, desks.signIn(clinic));
    }

    private Walk walk(BrowserContext context, int width, String token) {
        var walk = Walk.in(context, port, width, complaints);
        walk.signedIn(clinic.practice().slug(), token);
        return walk.to(clinic.path("/calendar?day=" + Desk.THURSDAY));
    }

    private static Locator event(Page page, String name) {
        return page.locator(".np-cal-event", new Page.LocatorOptions().setHasText(name));
    }

    /// Takes a visit by its name and lets it go over a point of a practitioner's column.
    private static void drag(Page page, Locator event, int columnsToTheRight, int minutes) {
        var box = event.boundingBox();
        var day = page.locator(".ec-body .ec-day").first().boundingBox();
        double perMinute = perMinute(page);
        double x = box.x + box.width / 2;
        double y = box.y + 8;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 5, y + 5, new Mouse.MoveOptions().setSteps(3));
        page.mouse()
                .move(x + columnsToTheRight * day.width, y + minutes * perMinute, new Mouse.MoveOptions().setSteps(12));
        page.mouse().up();
    }

    private static double perMinute(Page page) {
        return page.locator(".ec-body .ec-day").first().boundingBox().height / (10 * 60);
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
    void a_visit_that_is_pulled_at_its_edge_lasts_longer() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
        try (var browser = Chromium.open()) {
            var page = walk(browser, 1280).page();
            event(page, "Ana Ruiz").hover();
            var edge = event(page, "Ana Ruiz").locator(".ec-resizer").boundingBox();
            double x = edge.x + edge.width / 2;
            double y = edge.y + edge.height / 2;
            page.mouse().move(x, y);
            page.mouse().down();
            page.mouse().move(x, y + 30 * perMinute(page), new Mouse.MoveOptions().setSteps(8));
            page.mouse().up();
            assertThat(page.locator("#cal-said"))
                    .containsText("Ana Ruiz is booked for Thursday, December 3 at 9:30 AM");
            assertThat(page.locator("[data-end='2026-12-03T10:45']")).hasCount(1);
            assertThat(event(page, "Ana Ruiz")).containsText("10:45");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_drag_whose_answer_is_lost_shows_how_it_stands_and_claims_nothing() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
        try (var browser = Chromium.open()) {
            var page = walk(browser, 1280).page();
            page.route("**/place", route -> {
                route.fetch();
                route.abort();
            });
            drag(page, event(page, "Ana Ruiz"), 1, 60);
            assertThat(page.locator("#cal-said")).containsText("We do not know whether it was saved");
            assertThat(event(page, "Ana Ruiz")).containsText("10:30");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_page_that_a_refused_form_led_to_follows_changes_and_can_be_dragged_on_too() {
        var visit = desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
        try (var browser = Chromium.open()) {
            var walk = walk(browser, 1280);
            var page = walk.to(clinic.path("/calendar/visits/" + visit.id() + "?day=" + Desk.THURSDAY))
                    .page();
            var other = walk(browser, 1280).page();
            drag(other, event(other, "Ana Ruiz"), 0, 60);
            assertThat(event(other, "Ana Ruiz")).containsText("10:30");
            walk.press("Cancel this visit");
            assertThat(page.locator("#cal-said")).containsText("Somebody else has changed this visit meanwhile");
            desks.booked(clinic, "Bo Lind", clinic.robin(), "09:00", null);
            assertThat(event(page, "Bo Lind")).isVisible();
            drag(page, event(page, "Ana Ruiz"), 0, 60);
            assertThat(page.locator("#cal-said"))
                    .containsText("Ana Ruiz is booked for Thursday, December 3 at 11:30 AM");
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

    @Test
    void what_changes_while_a_page_hears_nothing_is_shown_and_it_says_how_old_it_is() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
        try (var browser = Chromium.open()) {
            var walk = walk(browser, 1280);
            var page = walk.page();
            assertThat(event(page, "Ana Ruiz")).isVisible();
            assertThat(page.locator("#cal-stale")).isHidden();
            live.stop();
            try {
                assertThat(page.locator("#cal-stale"))
                        .containsText(Pattern.compile("Not live. Last updated: \\d+:\\d\\d"));
                walk.look("calendar-not-live");
                desks.booked(clinic, "Bo Lind", clinic.robin(), "09:00", null);
            } finally {
                live.start();
            }
            assertThat(event(page, "Bo Lind")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
            assertThat(page.locator("#cal-stale")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(15_000));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_page_that_nobody_looks_at_gives_its_connection_back_and_catches_up_when_it_is_looked_at() {
        try (var browser = Chromium.open()) {
            var page = walk(browser, 1280).page();
            var other = walk(browser, 1280).page();
            assertThat(page.locator("#cal-grid .ec-body")).isVisible();
            desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
            assertThat(event(page, "Ana Ruiz")).isVisible(); // it listens, and has asked for what it missed
            lookAway(page, true);
            desks.booked(clinic, "Bo Lind", clinic.robin(), "09:00", null);
            assertThat(event(other, "Bo Lind")).isVisible();
            assertThat(event(page, "Bo Lind")).hasCount(0);
            lookAway(page, false);
            assertThat(event(page, "Bo Lind")).isVisible();
        }
        assertThat(complaints).isEmpty();
    }

    private static void lookAway(Page page, boolean away) {
        page.evaluate("""
            away => {
              Object.defineProperty(document, 'hidden', { configurable: true, value: away });
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """, away);
    }

    @Test
    void of_many_pages_of_one_browser_the_oldest_gives_way_says_so_and_follows_again_when_it_is_turned_to() {
        try (var browser = Chromium.open()) {
            var context = browser.context(1280);
            var token = desks.signIn(clinic);
            var pages = IntStream.range(0, 5)
                    .mapToObj(_ -> {
                        var page = walk(context, 1280, token).page();
                        assertThat(page.locator("#cal-grid .ec-body")).isVisible();
                        return page;
                    })
                    .toList();
            var oldest = pages.getFirst();
            assertThat(oldest.locator("#cal-stale")).isVisible();
            assertThat(pages.getLast().locator("#cal-stale")).isHidden();
            desks.booked(clinic, "Bo Lind", clinic.robin(), "09:00", null);
            assertThat(event(pages.getLast(), "Bo Lind")).isVisible();
            oldest.evaluate("window.dispatchEvent(new Event('focus'))");
            assertThat(event(oldest, "Bo Lind")).isVisible();
            assertThat(oldest.locator("#cal-stale")).isHidden();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_page_whose_sign_in_ends_elsewhere_shows_nothing_more() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
        try (var browser = Chromium.open()) {
            var token = desks.signIn(clinic);
            var page = walk(browser.context(1280), 1280, token).page();
            assertThat(event(page, "Ana Ruiz")).isVisible();
            desks.signOut(clinic, token);
            desks.booked(clinic, "Bo Lind", clinic.robin(), "09:00", null);
            page.waitForURL("**/sign-in**");
            assertThat(page.content()).doesNotContain("Ana Ruiz", "Bo Lind");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void what_was_typed_stays_when_somebody_on_record_is_picked() {
        desks.booked(clinic, "Ana Ruiz", clinic.maya(), "09:30", null);
        try (var browser = Chromium.open()) {
            var walk = walk(browser, 1280).to(clinic.path("/calendar/new?time=16:00&date=" + Desk.THURSDAY));
            walk.type("#minutes", "25");
            walk.page().locator("#q").pressSequentially("ana ru");
            walk.tap("#found button");
            assertThat(walk.page().locator(".np-patient__name")).hasText("Ana Ruiz");
            assertThat(walk.page().locator("#minutes")).hasValue("25");
            walk.press("Somebody else");
            assertThat(walk.page().locator("#minutes")).hasValue("25");
            assertThat(walk.page().locator("#name")).isVisible();
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
            walk.type("#contact", "410 555 0123").press("Book now").look("missed-walk-in");
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
