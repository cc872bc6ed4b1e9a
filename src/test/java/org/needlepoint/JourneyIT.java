package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.demo.DemoSignIns;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.testing.Axe;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.LogCapture;
import org.needlepoint.testing.Pictures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/// From "Where's your pain?" to the practitioner's screen, in a real browser, with mail over SMTP.
@IntegrationTest
@Tag("browser")
@ActiveProfiles("demo")
class JourneyIT {
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/p/\\S+?/manage/[A-Za-z0-9_-]+");

    @LocalServerPort
    int port;

    @Autowired
    JobRunner jobs;

    @Autowired
    DemoSignIns signIns;

    private final List<String> elsewhere = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int shots;

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_visitor_shows_where_it_hurts_books_and_the_practice_sees_it(int width) {
        var email = "zelda.quist." + width + "@example.org";
        try (var log = LogCapture.start();
                var browser = Chromium.open()) {
            var page = watched(browser.context(width));

            page.navigate(at("/p/lakeview"));
            looked(page, width, "site");
            page.getByRole(AriaRole.LINK, named("Where’s your pain?")).first().click();
            looked(page, width, "pain");
            mark(page, "lumbar", "R", "7");
            submit(page.locator(".np-map__form"));
            answerNo(page);
            looked(page, width, "questions");
            click(page, "Continue");
            assertThat(page.content()).contains("often linked to pain").doesNotContain("%");
            looked(page, width, "result");
            click(page, "Book with this");
            looked(page, width, "services");
            page.locator("button[name=service]").first().click();
            looked(page, width, "times");
            page.locator("button[name=opening]").first().click();
            looked(page, width, "details");
            type(page, "name", "Zelda Quist");
            typeDate(page, "3", "4", "1988");
            type(page, "email", email);
            click(page, "Book this visit");
            page.waitForURL(Pattern.compile(".*/booked/.*"));
            assertThat(page.locator("h1").innerText()).isEqualTo("Your visit is booked");
            assertThat(page.locator("main").innerText()).doesNotContain("Zelda", "First visit");
            looked(page, width, "booked");

            page.navigate(linkIn(page, email));
            looked(page, width, "manage");
            typeDate(page, "3", "4", "1988");
            click(page, "Continue");
            looked(page, width, "manage-open");
            assertThat(page.getByRole(AriaRole.BUTTON, buttonNamed("Choose another time"))
                            .isVisible())
                    .isTrue();

            staffSees(watched(browser.context(width)), width);

            assertThat(complaints).isEmpty();
            assertThat(elsewhere).as("requests that left the machine").isEmpty();
            assertThat(log.text()).doesNotContain("Zelda", "Quist", email, "1988-03-04", "lumbar");
        }
    }

    private void staffSees(Page page, int width) {
        page.navigate(at("/p/lakeview/sign-in"));
        var owner = signIns.all().stream()
                .filter(signIn -> signIn.slug().equals("lakeview")
                        && signIn.role().equals(width == 390 ? "owner" : "practitioner"))
                .findFirst()
                .orElseThrow();
        type(page, "email", owner.email());
        type(page, "password", owner.password());
        page.locator("main button[type=submit]").first().click();
        type(page, "code", owner.code());
        page.locator("main button[type=submit]").first().click();
        page.navigate(at("/p/lakeview/today"));
        looked(page, width, "today");
        page.navigate(at("/p/lakeview/patients?q=zelda+qu"));
        looked(page, width, "patients");
        page.getByRole(AriaRole.LINK, named("Zelda Quist")).last().click();
        looked(page, width, "patient");
        page.locator("section[aria-labelledby=visits] a").first().click();
        looked(page, width, "visit");
        assertThat(page.locator("main").innerText()).contains("Low back", "Muscles to examine", "%");
        page.locator(".np-patient__name a").click();
        if (width == 390) {
            click(page, "Confirm as a new patient");
            assertThat(page.locator("main").innerText()).contains("Confirmed as a patient.", "opened");
            looked(page, width, "confirmed");
        }
    }

    @Test
    void booking_needs_no_mouse() {
        try (var browser = Chromium.open()) {
            var page = watched(browser.context(1280));
            page.navigate(at("/p/capital-pain/book"));
            press(page, page.locator("button[name=service]").first());
            press(page, page.locator("button[name=opening]").last());
            page.locator("#name").focus();
            page.keyboard().type("Key Board");
            page.keyboard().press("Tab");
            page.keyboard().type("12");
            page.keyboard().press("Tab");
            page.keyboard().type("31");
            page.keyboard().press("Tab");
            page.keyboard().type("1970");
            page.keyboard().press("Tab");
            page.keyboard().type("301 555 0199");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/booked/.*"));
            assertThat(page.locator("h1").innerText()).isEqualTo("Your visit is booked");
        }
    }

    private static void press(Page page, Locator control) {
        control.focus();
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private Page watched(BrowserContext context) {
        context.onRequest(request -> {
            var url = request.url();
            if (!url.startsWith("http://localhost:" + port + "/") && !url.startsWith("data:")) {
                elsewhere.add(url);
            }
            if (url.contains("lumbar")) {
                complaints.add("a zone in an address: " + url);
            }
        });
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static void mark(Page page, String zone, String side, String intensity) {
        page.evaluate("document.querySelectorAll('.np-map__group').forEach(group => group.open = true)");
        page.locator("#mark-" + zone + "-" + side).check();
        page.locator("select[name=intensity-" + zone + "-" + side + "]").selectOption(intensity);
    }

    private static void submit(Locator form) {
        form.locator("button[type=submit]").last().click();
    }

    private static void answerNo(Page page) {
        for (var no : page.locator("input[type=radio][value=no]").all()) {
            no.check();
        }
    }

    private static void click(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, buttonNamed(name)).first().click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions buttonNamed(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void type(Page page, String id, String text) {
        page.locator("#" + id).fill(text);
    }

    private static void typeDate(Page page, String month, String day, String year) {
        page.locator("input[name=birthDate-month]").fill(month);
        page.locator("input[name=birthDate-day]").fill(day);
        page.locator("input[name=birthDate-year]").fill(year);
    }

    /// The link in the mail, which has come by SMTP to the demo's mailbox. The mail itself says nothing of what the
    /// visit is about (rule P1).
    private String linkIn(Page page, String email) {
        var row = page.locator("tr", new Page.LocatorOptions().setHasText(email));
        for (int tries = 0; tries < 100 && row.count() == 0; tries++) {
            jobs.runDue();
            LockSupport.parkNanos(50_000_000L);
            page.navigate(at("/demo/mailbox"));
        }
        row.first().locator("a").first().click();
        var text = page.content();
        assertThat(text).contains(email).doesNotContain("First visit", "lumbar", "Zelda");
        var link = LINK.matcher(text);
        assertThat(link.find()).as("a link in " + text).isTrue();
        return link.group();
    }

    private void looked(Page page, int width, String name) {
        Pictures.keep(page, "%d-%02d-%s".formatted(width, ++shots, name));
        var wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (wide > width) {
            complaints.add(name + " is " + wide + " pixels wide on " + width);
        }
        for (Rule violation : Axe.violations(page)) {
            complaints.add(name + ": " + violation.getId() + " "
                    + violation.getNodes().stream().map(node -> node.getHtml()).toList());
        }
    }
}
