package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A session as a practitioner charts it, in a real browser.
@IntegrationTest
@Tag("browser")
class NeedlingByThumbIT {
    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    private final List<String> complaints = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void the_usual_needle_is_two_taps_and_the_session_closes_green(int width) {
        var zones = List.of(new PainReport.Mark("scapula", Laterality.R, 6));
        var room = treatment.room(new PainReport(zones, List.of(), null));
        treatment.screened(room, room.visit(), Map.of());
        treatment.consented(room, BodyArea.SHOULDER, BodyArea.UPPER_BACK);
        try (var browser = Chromium.open()) {
            var context = browser.context(width);
            context.addCookies(List.of(new Cookie("np", room.signIn()).setUrl("http://localhost:" + port)));
            var page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);

            page.navigate("http://localhost:%d/p/%s/appointments/%s/session"
                    .formatted(port, room.clinic().slug(), room.visit().value()));
            looked(page, width, "start");
            page.locator("main form button").click();
            looked(page, width, "empty");

            page.locator("#q").fill("upper traps");
            tap(page, page.locator(".np-menu__search button"));
            tap(page, page.locator(".np-sided a").last());
            looked(page, width, "ask");
            tap(page, page.locator(".np-needlecard__ask button"));
            page.locator("label[for='diameter-250']").click();
            page.locator("label[for='length-40']").click();
            page.locator("label[for='technique-DEEP_STATIC']").click();
            page.locator("label[for='tissue-TRIGGER_POINT']").click();
            looked(page, width, "choose");
            tap(page, page.locator("#in-one"));
            assertThat(page.locator(".np-counter__in").innerText()).isEqualTo("1");

            tap(page, page.locator("#in-one"));
            tap(page, page.locator(".np-needlecard__several button").first());
            assertThat(page.locator(".np-counter__in").innerText()).isEqualTo("4");
            tap(page, page.locator("[id^='twitched-']").first());
            assertThat(page.locator("[id^='twitched-'][aria-pressed='true']").count())
                    .isEqualTo(1);
            tap(page, page.locator("[id^='familiar-pain-']").first());
            tap(page, page.locator("[id^='removed-']").last());
            assertThat(page.locator(".np-counter__in").innerText()).isEqualTo("3");
            looked(page, width, "needles");

            tap(page, page.locator(".np-counter__faint"));
            looked(page, width, "faint");
            tap(page, page.locator(".np-notice form button"));

            tap(page, page.locator(".np-counter__do form button").first());
            assertThat(page.locator(".np-counter__in").innerText()).isEqualTo("0");
            looked(page, width, "out");
            page.locator(".np-counter__do a").click();
            assertThat(page.locator(".np-counter__in").count())
                    .as("the running figure is hidden while somebody counts")
                    .isZero();
            page.locator("label[for='opened-4']").click();
            page.locator("label[for='unused-0']").click();
            page.locator("label[for='sharps-3']").click();
            page.locator(".np-counts button").click();
            looked(page, width, "disagree");
            complaints.removeIf(it -> it.contains("422"));
            page.locator("label[for='opened-4']").click();
            page.locator("label[for='unused-0']").click();
            page.locator("label[for='sharps-4']").click();
            page.locator(".np-counts button").click();
            assertThat(page.locator(".np-allout").isVisible()).isTrue();
            looked(page, width, "closed");
            assertThat(complaints).isEmpty();
        }
    }

    /// A needle that is not in the chart is never missing in silence: no network, a server in trouble, a sign-in
    /// that is over.
    @Test
    void a_tap_that_does_not_reach_the_chart_says_so_and_is_safe_to_repeat() {
        var room = treatment.room(PainReport.NONE);
        treatment.screened(room, room.visit(), Map.of());
        treatment.consented(room, BodyArea.LOWER_LEG);
        try (var browser = Chromium.open()) {
            var context = browser.context(390);
            context.addCookies(List.of(new Cookie("np", room.signIn()).setUrl("http://localhost:" + port)));
            var page = context.newPage();
            page.navigate("http://localhost:%d/p/%s/appointments/%s/session"
                    .formatted(port, room.clinic().slug(), room.visit().value()));
            page.locator("main form button").click();
            page.locator("#q").fill("soleus");
            tap(page, page.locator(".np-menu__search button"));
            tap(page, page.locator(".np-sided a").last());
            page.locator("label[for='diameter-250']").click();
            page.locator("label[for='length-40']").click();
            page.locator("label[for='technique-DEEP_STATIC']").click();
            page.locator("label[for='tissue-MUSCLE']").click();
            assertThat(page.locator("#unsent").isVisible()).isFalse();

            page.route("**/events", route -> route.abort());
            page.locator("#in-one").click();
            page.locator("#unsent").waitFor();
            assertThat(page.locator(".np-counter__in").innerText()).isEqualTo("0");
            looked(page, 390, "unsent");

            page.unroute("**/events");
            page.route("**/events", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
            page.locator("#in-one").click();
            assertThat(page.locator("#unsent").isVisible()).isTrue();

            page.unroute("**/events");
            tap(page, page.locator("#in-one"));
            assertThat(page.locator(".np-counter__in").innerText()).isEqualTo("1");
            assertThat(page.locator("#unsent").isVisible()).isFalse();

            page.route("**/events", NeedlingByThumbIT::loseTheAnswer);
            page.locator("#in-one").click();
            page.locator("#unsent").waitFor();
            page.unroute("**/events");
            tap(page, page.locator("#in-one"));
            assertThat(page.locator(".np-counter__in").innerText())
                    .as("stored before the answer was lost, and repeated")
                    .isEqualTo("2");

            page.route("**/events", NeedlingByThumbIT::loseTheAnswer);
            page.locator("#in-one").click();
            page.locator("#unsent").waitFor();
            page.unroute("**/events");
            page.locator(".np-needlecard__in summary").first().click();
            page.locator("label[for='length-50']").click();
            tap(page, page.locator("#in-one"));
            assertThat(page.locator("#session").innerText()).contains("This was charted before, differently");
            assertThat(page.locator(".np-counter__in").innerText()).isEqualTo("3");

            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("np"));
            page.locator("#in-one").click();
            page.waitForURL("**/sign-in");
        }
    }

    /// The server gets the tap; its answer gets lost.
    private static void loseTheAnswer(Route route) {
        route.fetch();
        route.abort();
    }

    /// Taps, and waits until the page has drawn the answer.
    private static void tap(Page page, Locator button) {
        page.evaluate("""
                () => {
                  window.drawn = new Promise((done) =>
                    document.addEventListener('htmx:afterSettle', () => done(true), { once: true }));
                }""");
        button.click();
        assertThat(page.evaluate("() => window.drawn")).isEqualTo(true);
    }

    private static void looked(Page page, int width, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/session-%d-%s.png".formatted(width, name))));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s keeps to %d px", name, width)
                .isEqualTo(true);
        assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(Rule::toString))
                .as(name)
                .isEmpty();
    }
}
