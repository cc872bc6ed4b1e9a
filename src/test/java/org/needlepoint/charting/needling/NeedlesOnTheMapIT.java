package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.MapPoint;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The needles of a session on its body map: a tap proposes a pin, what lies under it is offered, and each
/// needle stands where it was marked.
@IntegrationTest
@Tag("browser")
class NeedlesOnTheMapIT {
    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    Sessions sessions;

    @Autowired
    SiteInWords sites;

    @Autowired
    Atlas atlas;

    @Autowired
    MovableClock clock;

    private final List<String> complaints = new ArrayList<>();

    private Page opened(BrowserContext context, Room room, SessionId session) {
        context.addCookies(List.of(new Cookie("np", room.signIn()).setUrl("http://localhost:" + port)));
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("http://localhost:%d/p/%s/sessions/%s"
                .formatted(port, room.clinic().slug(), session));
        page.locator("#counter").waitFor();
        return page;
    }

    private static void openMap(Page page) {
        page.locator("#map-summary").click();
        page.locator(".np-needlemap__svg .np-anatomy__skin").waitFor(attached());
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static void turn(Page page, String view) {
        page.locator(".np-needlemap [data-view='" + view + "']").click();
    }

    /// Taps at a point of the view that is shown, in mm of the map.
    private static void tap(Page page, double x, double y) {
        page.locator(".np-needlemap__window").scrollIntoViewIfNeeded();
        var at = ((String) page.evaluate("""
                ([x, y]) => {
                  const svg = document.querySelector('.np-needlemap__svg');
                  const point = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
                  return `${point.x} ${point.y}`;
                }""", List.of(x, y))).split(" ", 2);
        page.mouse().click(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
    }

    private static void chooseNeedle(Page page) {
        page.locator(".np-needlecard__ask button").click();
        page.locator("label[for='diameter-250']").click();
        page.locator("label[for='length-40']").click();
        page.locator("label[for='technique-deep-static']").click();
        page.locator("label[for='tissue-trigger-point']").click();
    }

    private static void inBody(Page page, int needles) {
        page.locator(".np-session__live[data-in-situ='" + needles + "']").waitFor();
    }

    private static Locator pins(Page page, String look, String marked) {
        return page.locator(".np-pin[data-look='" + look + "'][data-marked='" + marked + "']");
    }

    private Placement only(Room room, SessionId session) {
        return room.in(() -> sessions.find(room.clinic().id(), session)).orElseThrow().state().needles().stream()
                .flatMap(it -> Stream.ofNullable(it.placement()))
                .filter(it -> it.point() != null)
                .findFirst()
                .orElseThrow();
    }

    private List<MapPoint> points(Room room, SessionId session) {
        return room.in(() -> sessions.find(room.clinic().id(), session)).orElseThrow().state().needles().stream()
                .flatMap(it -> Stream.ofNullable(it.placement()))
                .flatMap(it -> Stream.ofNullable(it.point()))
                .toList();
    }

    private MapPoint point(Room room, SessionId session) {
        return Objects.requireNonNull(only(room, session).point());
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_tap_offers_what_lies_under_it_and_the_needle_stands_there(int width) {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        try (var browser = Chromium.open()) {
            var page = opened(browser.context(width), room, session);
            openMap(page);
            looked(page, width, "map");
            turn(page, "back");
            tap(page, 425, 430);
            page.locator("#under ol button").first().waitFor();
            assertThat(page.locator("#under").innerText()).doesNotContainPattern("\\d ?mm");
            looked(page, width, "under");
            page.locator("#under [data-place='infraspinatus R']").click();
            chooseNeedle(page);
            looked(page, width, "chosen");
            page.locator("#in-one").click();
            inBody(page, 1);
            page.locator(".np-session__live[data-unsent='0'][data-link='live']").waitFor();
            assertThat(pins(page, "in", "yes").locator("text").textContent()).isEqualTo("1");

            assertThat(only(room, session).muscle()).isEqualTo("infraspinatus");
            var point = point(room, session);
            assertThat(Math.hypot(point.x() - 425, point.y() - 430)).isLessThan(5);
            assertThat(page.locator(".np-needle__what").innerText())
                    .as("the row says the same as the note")
                    .contains(sites.of(point, Locale.ENGLISH));

            page.locator("#in-one").click();
            inBody(page, 2);
            assertThat(pins(page, "in", "no").count()).isOne();
            assertThat(page.locator(".np-needlemap").innerText()).contains("Site not marked");
            page.locator("[id^='removed-']").last().click();
            inBody(page, 1);
            pins(page, "out", "yes").waitFor(attached());
            looked(page, width, "pins");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void a_pin_that_was_moved_after_the_choice_takes_the_old_point_with_it() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        try (var browser = Chromium.open()) {
            var page = opened(browser.context(1280), room, session);
            openMap(page);
            turn(page, "back");
            var infraspinatus = page.locator("#under [data-place='infraspinatus R']");
            tap(page, 425, 430);
            infraspinatus.click();
            chooseNeedle(page);
            assertThat(infraspinatus.getAttribute("aria-pressed")).isEqualTo("true");
            tap(page, 440, 405);
            infraspinatus.waitFor();
            assertThat(infraspinatus.getAttribute("aria-pressed")).isEqualTo("false");
            assertThat(page.locator("#unmark").count()).isZero();
            page.locator("#in-one").click();
            inBody(page, 1);
            page.locator(".np-session__live[data-unsent='0'][data-link='live']").waitFor();
            assertThat(points(room, session)).as("neither point was chosen").isEmpty();

            tap(page, 440, 405);
            infraspinatus.click();
            page.locator("#unmark").waitFor();
            page.locator("#in-one").click();
            inBody(page, 2);
            page.locator(".np-session__live[data-unsent='0'][data-link='live']").waitFor();
            assertThat(points(room, session))
                    .singleElement()
                    .satisfies(it ->
                            assertThat(Math.hypot(it.x() - 440, it.y() - 405)).isLessThan(5));

            tap(page, 425, 430);
            infraspinatus.click();
            page.locator("#unmark").click();
            assertThat(page.locator("[data-pin]").count()).isZero();
            assertThat(page.locator("#unmark").count()).isZero();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void arrows_lead_the_pin_by_a_millimetre_enter_takes_it_and_escape_leaves() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        try (var browser = Chromium.open()) {
            var page = opened(browser.context(1280), room, session);
            openMap(page);
            tap(page, 425, 430);
            page.locator("#under ol button").first().waitFor();
            var figure = page.locator(".np-needlemap__window");
            var before = place(page);
            figure.focus();
            page.keyboard().press("ArrowRight");
            assertThat(place(page)).containsExactly(before.get(0) + 1, before.get(1));
            page.keyboard().press("Shift+ArrowUp");
            assertThat(place(page)).containsExactly(before.get(0) + 1, before.get(1) - 5);
            assertThat(page.locator("#under ol").count())
                    .as("what lay under the old point is gone")
                    .isZero();
            page.keyboard().press("Enter");
            page.waitForFunction("() => document.activeElement.matches('#under button')");
            figure.focus();
            page.keyboard().press("Escape");
            assertThat(page.locator("[data-pin]").count()).isZero();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("map-summary");
        }
    }

    private static List<Integer> place(Page page) {
        var words = page.locator("[data-pin]").getAttribute("transform");
        var numbers =
                words.substring(words.indexOf('(') + 1, words.indexOf(')')).split(" ", 2);
        return List.of(Integer.valueOf(numbers[0]), Integer.valueOf(numbers[1]));
    }

    @Test
    void without_a_network_the_point_is_kept_for_a_muscle_that_is_chosen_by_name() {
        var room = treatment.room(PainReport.NONE);
        var session = treatment.open(room);
        try (var browser = Chromium.open()) {
            var context = browser.context(390);
            var page = opened(context, room, session);
            page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("""
                    async () => navigator.serviceWorker.controller !== null
                      && (await (await caches.open('needlepoint-chart')).keys()).some((it) => it.url.endsWith('/figures'))""")));
            context.setOffline(true);
            openMap(page);
            turn(page, "back");
            assertThat((Boolean) page.evaluate("""
                    async () => (await fetch(document.querySelector('.np-needlemap__svg image').getAttribute('href'))).ok"""))
                    .as("the figure is on the device")
                    .isTrue();
            tap(page, 425, 430);
            page.locator("#under-says", new Page.LocatorOptions().setHasText("need the network"))
                    .waitFor();
            looked(page, 390, "offline");
            page.locator("#q").fill("infraspin");
            page.locator(".np-sided button").last().click();
            page.locator("label[for='diameter-250']").click();
            page.locator("label[for='length-40']").click();
            page.locator("label[for='technique-deep-static']").click();
            page.locator("label[for='tissue-trigger-point']").click();
            page.locator("#in-one").click();
            inBody(page, 1);
            pins(page, "in", "yes").waitFor(attached());
            context.setOffline(false);
            page.locator(".np-session__live[data-unsent='0'][data-link='live']").waitFor();
            assertThat(point(room, session).map()).isEqualTo(atlas.version());
        }
    }

    @Test
    void last_times_needles_are_hollow_and_a_tap_offers_them() {
        var room = treatment.room(PainReport.NONE);
        var before = treatment.open(room);
        var point = new MapPoint("back", 430, 421, atlas.version());
        var marked = MarkedSitesIT.marked(Treatment.in("infraspinatus", Laterality.R), point);
        treatment.append(room, before, new LedgerEvent.Inserted(NeedleId.next(), marked));
        treatment.insert(room, before, "gluteus-medius", Laterality.L);
        clock.set(MovableClock.START.plusSeconds(60));
        var session = treatment.open(room, treatment.anotherVisit(room));
        try (var browser = Chromium.open()) {
            var page = opened(browser.context(1280), room, session);
            openMap(page);
            pins(page, "last", "no").waitFor(attached());
            turn(page, "back");
            pins(page, "last", "yes").waitFor(attached());
            looked(page, 1280, "last");
            tap(page, 430, 421);
            var again = page.locator("#under [data-last='infraspinatus R']");
            again.waitFor();
            assertThat(page.locator(".np-needlecard").isVisible())
                    .as("a tap near last time's needle chooses nothing by itself")
                    .isFalse();
            looked(page, 1280, "offered");
            again.click();
            assertThat(again.getAttribute("aria-pressed")).isEqualTo("true");
            page.locator(".np-needlecard__ask button").click();
            page.locator("#in-one").click();
            inBody(page, 1);
            page.locator(".np-session__live[data-unsent='0'][data-link='live']").waitFor();
            assertThat(point(room, session)).isEqualTo(point);
            assertThat(pins(page, "last", "yes").count()).isZero();

            page.locator("a[hreflang='es']").click();
            page.locator("#counter").waitFor();
            openMap(page);
            tap(page, 410, 520);
            page.locator("#under ol button").first().waitFor();
            looked(page, 1280, "es");
        } finally {
            clock.set(MovableClock.START);
        }
    }

    private static void looked(Page page, int width, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/needle-map-%d-%s.png".formatted(width, name))));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s keeps to %d px", name, width)
                .isEqualTo(true);
        assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(Rule::toString))
                .as(name)
                .isEmpty();
    }
}
