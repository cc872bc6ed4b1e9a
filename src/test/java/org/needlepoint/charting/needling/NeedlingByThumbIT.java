package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.Axe;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.Pictures;
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
            page.locator(".np-sided button").last().click();
            page.locator(".np-needlecard__ask button").waitFor();
            looked(page, width, "ask");
            page.locator(".np-needlecard__ask button").click();
            page.locator("label[for='diameter-250']").click();
            page.locator("label[for='length-40']").click();
            page.locator("label[for='technique-deep-static']").click();
            page.locator("label[for='tissue-trigger-point']").click();
            looked(page, width, "choose");
            page.locator("#in-one").click();
            inBody(page, 1);

            page.locator(".np-needlecard__change summary").click();
            page.locator("#depth").fill("60");
            page.locator("#in-one").click();
            assertThat(page.locator("#depth:focus").count())
                    .as("what is wrong is brought to whoever tapped")
                    .isOne();
            assertThat(page.locator(".np-field:has(#depth) #fault").innerText()).contains("60 mm", "40 mm");
            looked(page, width, "depth");
            page.locator("#depth").fill("25");
            page.locator("#in-one").click();
            inBody(page, 2);
            page.locator(".np-needlecard__several button").first().click();
            inBody(page, 4);
            page.locator("[id^='twitched-']").first().click();
            page.locator("[id^='twitched-'][aria-pressed='true']").waitFor();
            page.locator("[id^='familiar-pain-']").first().click();
            page.locator("[id^='removed-']").last().click();
            inBody(page, 3);
            looked(page, width, "needles");

            page.locator("#faint").click();
            page.locator("#unwell").waitFor();
            looked(page, width, "faint");
            page.locator("#unwell button").click();

            page.locator("#all-out").click();
            inBody(page, 0);
            looked(page, width, "out");
            page.locator("#count").click();
            page.locator(".np-counts").waitFor();
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

    /// Waits until the page has drawn so many needles in the body.
    private static void inBody(Page page, int needles) {
        page.locator(".np-session__live[data-in-situ='" + needles + "']").waitFor();
    }

    private static void looked(Page page, int width, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Pictures.keep(page, "session-%d-%s".formatted(width, name));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s keeps to %d px", name, width)
                .isEqualTo(true);
        assertThat(Axe.violations(page).stream().map(Rule::toString)).as(name).isEmpty();
    }
}
