package org.needlepoint.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/// One hand at a screen, from step to step. What it does is counted twice: here, and by the browser itself, which
/// tells every press, key and swipe that reached the page, so that nothing is done in passing. Whatever lies out of
/// sight is swiped to, as a person does it.
public final class Hand {
    /// Tells what a person does, and nothing that a script does: such events are not trusted.
    private static final String WATCH = """
            for (const kind of ['pointerdown', 'click', 'keydown', 'wheel', 'beforeinput'])
              addEventListener(kind, (event) => { if (event.isTrusted) handDid(kind); }, { capture: true, passive: true });
            """;

    /// Where a finger would land: what is there, and whether it is the control.
    private static final String IN_REACH = """
            (control) => {
              const box = control.getBoundingClientRect();
              const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
              const there = document.elementFromPoint(x, y);
              return x >= 0 && x <= innerWidth && there !== null && (control.contains(there) || there.contains(control));
            }
            """;

    private static final String FROM_MIDDLE =
            "(control) => { const box = control.getBoundingClientRect(); return box.y + box.height / 2 - innerHeight / 2; }";
    private static final int MOST_SWIPES = 30;

    /// At this pace the hand really waits: set for the figures, not in every build.
    private static final boolean HUMAN = "human".equals(System.getProperty("needlepoint.pace"));

    private final Page page;
    private final Screen screen;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> told = new TreeMap<>();
    private boolean leaving;
    private double smallest = Double.MAX_VALUE;
    private long since;

    /// A part of the work.
    ///
    /// @param waited until the next control could be used, after each tap
    public record Step(String name, int taps, int swipes, Duration waited) {
        /// What a person takes for it.
        public Duration takes() {
            return Pace.ofTap()
                    .multipliedBy(taps)
                    .plus(Pace.ofSwipe().multipliedBy(swipes))
                    .plus(waited);
        }
    }

    private Hand(Page page, Screen screen) {
        this.page = page;
        this.screen = screen;
    }

    /// A hand at a fresh page of a context that has the screen's size.
    public static Hand at(BrowserContext context, Screen screen, List<String> complaints) {
        context.addInitScript(WATCH);
        var page = context.newPage();
        var hand = new Hand(page, screen);
        context.exposeBinding("handDid", (_, kind) -> hand.told.merge(kind[0].toString(), 1, Integer::sum));
        page.onPageError(complaints::add);
        page.onRequest(request -> hand.leaving |= request.isNavigationRequest());
        page.onLoad(_ -> hand.leaving = false);
        return hand;
    }

    /// Opens an address before the work begins.
    public Hand to(String address) {
        page.navigate(address);
        since = System.nanoTime();
        return this;
    }

    /// Begins the next step.
    public Hand step(String name) {
        steps.add(new Step(name, 0, 0, Duration.ZERO));
        return this;
    }

    public Hand press(String button) {
        return tap(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first());
    }

    public Hand follow(String link) {
        return tap(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first());
    }

    public Hand tap(String selector) {
        return tap(page.locator(selector).first());
    }

    private Hand tap(Locator control) {
        arrive(control);
        pause(Pace.MENTAL);
        reach(control);
        pause(Pace.POINT.plus(Pace.PRESS));
        var box = control.boundingBox();
        smallest = Math.min(smallest, Math.min(box.width, box.height));
        add(new Step("", 1, 0, Duration.ZERO));
        int clicks = told("click");
        since = System.nanoTime();
        if (screen.touch()) {
            control.tap();
        } else {
            control.click();
        }
        while (told("click") == clicks) {
            page.waitForTimeout(1);
        }
        page.waitForTimeout(10); // by now the page has begun to leave, if it will
        return this;
    }

    private int told(String kind) {
        return told.getOrDefault(kind, 0);
    }

    /// Waits for what the last tap brings; the wait belongs to the step of that tap.
    public Hand sees(String selector) {
        arrive(page.locator(selector).first());
        return this;
    }

    /// Whether the page shows something, without waiting.
    public boolean shows(String selector) {
        return page.locator(selector).first().isVisible();
    }

    private void arrive(Locator control) {
        while (leaving) {
            page.waitForTimeout(2);
        }
        page.locator(".htmx-request")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        try {
            control.waitFor();
        } catch (TimeoutError missing) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots", "hand-" + screen + ".png")));
            throw missing;
        }
        add(new Step("", 0, 0, Duration.ofNanos(System.nanoTime() - since)));
        since = System.nanoTime();
    }

    private void reach(Locator control) {
        for (int swipes = 0; !(Boolean) control.evaluate(IN_REACH); swipes++) {
            if (swipes == MOST_SWIPES) {
                throw new AssertionError("not to be reached by swiping: " + control);
            }
            pause(Pace.ofSwipe());
            double far = ((Number) control.evaluate(FROM_MIDDLE)).doubleValue();
            double most = screen.height() * 0.8;
            page.mouse().move(screen.width() / 2.0, screen.height() / 2.0);
            page.mouse().wheel(0, Math.clamp(far, -most, most));
            add(new Step("", 0, 1, Duration.ZERO));
            page.evaluate("() => new Promise((done) => setTimeout(done, 60))");
        }
        since = System.nanoTime();
    }

    private void add(Step more) {
        var step = steps.removeLast();
        steps.add(new Step(
                step.name(),
                step.taps() + more.taps(),
                step.swipes() + more.swipes(),
                step.waited().plus(more.waited())));
    }

    private void pause(Duration time) {
        if (HUMAN) {
            LockSupport.parkNanos(time.toNanos());
            since += time.toNanos();
        }
    }

    /// The steps, with what each took.
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /// How often the hand tapped.
    public int taps() {
        return steps.stream().mapToInt(Step::taps).sum();
    }

    public int swipes() {
        return steps.stream().mapToInt(Step::swipes).sum();
    }

    public Duration takes() {
        return steps.stream().map(Step::takes).reduce(Duration.ZERO, Duration::plus);
    }

    public Duration waited() {
        return steps.stream().map(Step::waited).reduce(Duration.ZERO, Duration::plus);
    }

    /// What the browser itself was told, by kind of event.
    public Map<String, Integer> told() {
        page.evaluate("0");
        return new TreeMap<>(told);
    }

    /// The smaller side of the smallest control that was tapped, CSS pixels.
    public double smallest() {
        return smallest;
    }
}
