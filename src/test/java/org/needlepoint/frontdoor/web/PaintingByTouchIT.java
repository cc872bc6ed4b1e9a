package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// "Where's your pain?" as a patient uses it: by finger, by brush, by keyboard, by list.
@IntegrationTest
@Tag("browser")
class PaintingByTouchIT {
    private static final String BACK = ".np-map__view--back .np-map__window";
    private static final String FRONT = ".np-map__view--front .np-map__window";

    @Autowired
    Clinic clinics;

    @LocalServerPort
    int port;

    private final List<String> complaints = new ArrayList<>();
    private Clinic.Opened clinic;

    @BeforeEach
    void openAPractice() {
        clinic = clinics.byPhone("America/New_York");
    }

    private Walk opened(BrowserContext context, int width) {
        context.addInitScript("""
                window.jumps = 0;
                window.jumped = [];
                new PerformanceObserver((list) => list.getEntries().filter((it) => !it.hadRecentInput).forEach((it) => {
                  window.jumps += it.value;
                  window.jumped.push(...it.sources.map(({ node, previousRect: was, currentRect: is }) =>
                    `${node?.nodeName}.${node?.getAttribute?.('class')} from ${was.y} to ${is.y}, ${was.height} to ${is.height} high`));
                })).observe({ type: 'layout-shift', buffered: true });
                """);
        var walk = Walk.in(context, port, width, complaints).to("/p/" + clinic.slug() + "/pain");
        walk.page().waitForFunction("document.querySelector('.np-map--live')");
        return walk;
    }

    private static void at(Page page, String window, double x, double y) {
        var figure = page.locator(window);
        figure.scrollIntoViewIfNeeded();
        var box = figure.boundingBox();
        page.mouse().move(box.x + box.width * x, box.y + box.height * y, new Mouse.MoveOptions().setSteps(6));
    }

    private static void drag(Page page, String window, double fromX, double fromY, double toX, double toY) {
        at(page, window, fromX, fromY);
        page.mouse().down();
        at(page, window, toX, toY);
        page.mouse().up();
    }

    private static Locator marks(Page page) {
        return page.locator(".np-map__again");
    }

    private static String status(Page page) {
        return page.locator("[data-map-status]").textContent();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_place_is_touched_painted_erased_and_taken_back(int width) {
        try (var browser = Chromium.open()) {
            var walk = opened(browser.context(width), width);
            var page = walk.page();
            assertThat(((Number) page.evaluate("window.jumps")).doubleValue())
                    .as("what jumped: %s", page.evaluate("window.jumped.join('; ')"))
                    .isLessThan(0.02);
            walk.look("pain-blank");

            at(page, FRONT, 0.5, 0.3);
            page.mouse().down();
            page.mouse().up();
            assertThat(marks(page).count()).isEqualTo(1);
            assertThat(status(page)).contains("marked").contains("1 place marked");
            page.locator(".np-map__chip")
                    .filter(new Locator.FilterOptions().setHasText("Burning"))
                    .click();
            page.locator(".np-map__point").nth(8).click();
            page.getByLabel("Pain spreads to here").first().check();
            assertThat(page.locator("[data-map-sentence]").textContent())
                    .contains("8 out of 10, burning, spreads to here")
                    .contains("Left and right are yours");
            assertThat(page.locator(".np-map__view--front .np-map__rays").count())
                    .isEqualTo(1);
            walk.look("pain-card");
            page.locator(".np-map__done").click();

            walk.press("Paint");
            drag(page, FRONT, 0.45, 0.62, 0.45, 0.7);
            assertThat(marks(page).count()).isEqualTo(2);
            assertThat(page.locator("[name=outline]").count()).isEqualTo(1);
            page.locator("#brush-quality").selectOption("tingling");
            assertThat(page.locator("[name=outline]").getAttribute("value")).startsWith("front;5;tingling;no;");
            walk.look("pain-paint");
            walk.press("Erase");
            page.getByLabel("Large").click();
            drag(page, FRONT, 0.45, 0.6, 0.45, 0.72);
            assertThat(page.locator("[name=outline]").count()).isZero();
            page.locator("[data-map-undo]").click();
            assertThat(page.locator("[name=outline]").count()).isEqualTo(1);

            page.locator(".np-map__list summary").first().click();
            page.locator("#mark-temple-R").check();
            assertThat(marks(page).count()).isEqualTo(3);
            page.reload();
            assertThat(marks(page).count()).as("kept in the tab").isEqualTo(3);
            walk.press("Continue").look("pain-questions");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void a_drag_is_no_touch_and_the_wheel_leaves_the_page_its_scrolling() {
        try (var browser = Chromium.open()) {
            var page = opened(browser.context(1280), 1280).page();
            drag(page, FRONT, 0.5, 0.3, 0.5, 0.5);
            assertThat(marks(page).count()).isZero();
            at(page, BACK, 0.5, 0.5);
            var before = viewBox(page, "back");
            page.mouse().wheel(0, 120);
            page.waitForFunction("scrollY > 0");
            assertThat(viewBox(page, "back")).isEqualTo(before);
            page.keyboard().down("Control");
            page.mouse().wheel(0, -120);
            page.keyboard().up("Control");
            page.waitForFunction("""
                    (before) => document.querySelector('.np-map__view--back .np-map__svg').getAttribute('viewBox') !== before""", before);
        }
    }

    private static String viewBox(Page page, String view) {
        return page.locator(".np-map__view--" + view + " .np-map__svg").getAttribute("viewBox");
    }

    @Test
    void keys_lead_a_pointer_over_the_body_and_tab_leads_on() {
        try (var browser = Chromium.open()) {
            var page = opened(browser.context(1280), 1280).page();
            page.locator(FRONT).focus();
            page.keyboard().press("+");
            for (var press = 0; press < 12; press++) {
                page.keyboard().press("ArrowUp");
            }
            assertThat(status(page)).as("the place under the pointer").isNotBlank();
            page.keyboard().press("Space");
            assertThat(marks(page).count()).isEqualTo(1);
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.closest('.np-map__view--front')"))
                    .isNull();
        }
    }

    @Test
    void fingers_tap_and_pinch() {
        try (var browser = Chromium.open()) {
            var page = opened(browser.context(390), 390).page();
            page.locator(FRONT).scrollIntoViewIfNeeded();
            var box = page.locator(FRONT).boundingBox();
            var touch = page.context().newCDPSession(page);
            var before = viewBox(page, "front");
            touch(touch, "touchStart", box.x + 150, box.y + 200, box.x + 190, box.y + 200);
            for (var step = 1; step <= 5; step++) {
                touch(touch, "touchMove", box.x + 150 - 20 * step, box.y + 200, box.x + 190 + 20 * step, box.y + 200);
            }
            touch(touch, "touchEnd");
            page.waitForFunction("""
                    (before) => document.querySelector('.np-map__view--front .np-map__svg').getAttribute('viewBox') !== before""", before);
            assertThat(marks(page).count()).as("a pinch marks nothing").isZero();
            page.locator("[data-map-zoom][value=whole]").click();
            touch(touch, "touchStart", box.x + box.width / 2, box.y + box.height * 0.3);
            touch(touch, "touchEnd");
            page.waitForFunction("document.querySelectorAll('.np-map__again').length === 1");
        }
    }

    private static void touch(CDPSession session, String type, double... at) {
        var points = new com.google.gson.JsonArray();
        for (var i = 0; i + 1 < at.length; i += 2) {
            var point = new JsonObject();
            point.addProperty("x", at[i]);
            point.addProperty("y", at[i + 1]);
            point.addProperty("id", i);
            points.add(point);
        }
        var arguments = new JsonObject();
        arguments.addProperty("type", type);
        arguments.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", arguments);
    }

    @Test
    void the_list_says_the_same_as_the_figure() {
        try (var browser = Chromium.open()) {
            var page = opened(browser.context(1280), 1280).page();
            page.locator("#bodymap-back summary").click();
            page.locator("#mark-scapula-R").check();
            page.locator("[name=quality-scapula-R]").selectOption("stiff");
            page.locator("[name=intensity-scapula-R]").selectOption("3");
            assertThat(page.locator(".np-map__view--back .np-map__number").textContent())
                    .isEqualTo("3F");
            assertThat(page.locator("[data-map-sentence]").textContent()).contains("3 out of 10, stiff");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear, this is a shared device"))
                    .click();
            assertThat(marks(page).count()).isZero();
            assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void the_page_is_light(int width) {
        try (var browser = Chromium.open()) {
            var context = browser.context(width);
            var page = context.newPage();
            var session = context.newCDPSession(page);
            var sent = new long[1];
            session.send("Network.enable");
            session.on(
                    "Network.loadingFinished",
                    event -> sent[0] += event.get("encodedDataLength").getAsLong());
            page.navigate("http://localhost:%d/p/%s/pain".formatted(port, clinic.slug()));
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            System.out.printf("The pain page at %d px: %d bytes on the wire%n", width, sent[0]);
            assertThat(sent[0]).isLessThan(250_000);
        }
    }

    /// Reported, not asserted: the machine that builds is not the telephone that paints.
    @Test
    void a_long_stroke_on_a_slow_telephone() {
        try (var browser = Chromium.open()) {
            var page = opened(browser.context(390), 390).page();
            var slow = new JsonObject();
            slow.addProperty("rate", 6);
            page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", slow);
            page.locator("[data-map-mode][value=paint]").click();
            at(page, FRONT, 0.5, 0.2);
            page.evaluate("""
                    () => {
                      window.frames_ = [];
                      const tick = (now) => { window.frames_.push(now); requestAnimationFrame(tick); };
                      requestAnimationFrame(tick);
                    }""");
            page.mouse().down();
            var figure = page.locator(FRONT).boundingBox();
            for (var step = 0; step < 240; step++) {
                page.mouse()
                        .move(
                                figure.x + figure.width * (0.5 + 0.05 * Math.sin(step / 4.0)),
                                figure.y + figure.height * (0.2 + 0.001 * step));
            }
            page.mouse().up();
            var frames = (Number) page.evaluate("""
                    () => {
                      const [first, last] = [window.frames_[0], window.frames_[window.frames_.length - 1]];
                      return ((window.frames_.length - 1) * 1000) / (last - first);
                    }""");
            System.out.printf("A stroke at 6x CPU throttle: %.0f frames a second%n", frames.doubleValue());
            assertThat(page.locator("[name=outline]").count()).isEqualTo(1);
        }
    }
}
