package org.needlepoint.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;

/// One person in a real browser, in small words. Counts what a hand does, keeps a picture of each page, and notes what
/// is wrong with it: axe's findings, sideways scrolling, requests that leave the machine, scripts that fail.
public final class Walk {
    private static final String BLOCKED = "Content Security Policy";

    private final Page page;
    private final String base;
    private final int width;
    private final List<String> complaints;
    private int interactions;
    private int shots;

    private Walk(Page page, String base, int width, List<String> complaints) {
        this.page = page;
        this.base = base;
        this.width = width;
        this.complaints = complaints;
    }

    /// Opens a page in a window of some width; complaints are added to the list.
    public static Walk in(BrowserContext context, int port, int width, List<String> complaints) {
        var base = "http://localhost:" + port;
        context.onRequest(request -> {
            if (!request.url().startsWith(base + "/") && !request.url().startsWith("data:")) {
                complaints.add("leaves the machine: " + request.url());
            }
        });
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains(BLOCKED)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return new Walk(page, base, width, complaints);
    }

    public Page page() {
        return page;
    }

    /// What the page says.
    public String words() {
        return page.locator("main").innerText();
    }

    /// How often a hand did something since the start or [#startCounting].
    public int interactions() {
        return interactions;
    }

    public void startCounting() {
        interactions = 0;
    }

    /// Opens an address, as from a bookmark: no interaction.
    public Walk to(String path) {
        page.navigate(path.startsWith("http") ? path : base + path);
        return this;
    }

    public Walk press(String button) {
        return tap(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first());
    }

    public Walk follow(String link) {
        return tap(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first());
    }

    public Walk tap(String selector) {
        return tap(page.locator(selector).first());
    }

    /// One tap; the page that follows has come when this returns.
    public Walk tap(Locator control) {
        interactions++;
        control.click();
        page.waitForLoadState();
        page.locator(".htmx-request")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    /// Types into a field: one interaction, however long.
    public Walk type(String selector, String text) {
        interactions++;
        page.locator(selector).fill(text);
        return this;
    }

    /// Answers one question that has several boxes, from box to box by the Tab key: one interaction.
    public Walk answer(String firstBox, String... parts) {
        interactions++;
        page.locator(firstBox).click();
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                page.keyboard().press("Tab");
            }
            page.keyboard().type(parts[i]);
        }
        return this;
    }

    public Walk born(String month, String day, String year) {
        return type("input[name=birthDate-month]", month)
                .type("input[name=birthDate-day]", day)
                .type("input[name=birthDate-year]", year);
    }

    /// Goes on as whoever holds a sign-in's token, on the practice's day.
    public Walk signedIn(String slug, String token) {
        page.context()
                .addCookies(
                        List.of(new Cookie("np", token).setDomain("localhost").setPath("/p/" + slug)));
        return to("/p/" + slug + "/today");
    }

    /// Looks at the page: keeps its picture and notes what is wrong.
    public Walk look(String name) {
        page.waitForLoadState();
        Pictures.keep(page, "%d-%02d-%s".formatted(width, ++shots, name));
        var wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (wide > width) {
            complaints.add(name + " is " + wide + " pixels wide on " + width);
        }
        var violations = new ArrayList<String>();
        Axe.violations(page)
                .forEach(violation -> violations.add(violation.getId() + " "
                        + violation.getNodes().stream()
                                .map(node -> node.getHtml())
                                .toList()));
        violations.forEach(violation -> complaints.add(name + " at " + width + ": " + violation));
        return this;
    }

    /// The page says all of this.
    public Walk reads(String... expected) {
        assertThat(words()).contains(expected);
        return this;
    }
}
