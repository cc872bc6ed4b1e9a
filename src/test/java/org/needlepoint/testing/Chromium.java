package org.needlepoint.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// A real Chromium for journeys. Each test opens contexts of its own and closes the browser at the end:
///
/// ```java
/// try (var browser = Chromium.open()) {
///     var page = browser.context(1280).newPage();
/// }
/// ```
///
/// Found through `NEEDLEPOINT_BROWSER` or where Linux and macOS put it. Without one the test is skipped, loudly; with
/// `CI=true` it fails.
public final class Chromium implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");
    private static final String MISSING =
            "No Chromium was found: install the package chromium, or name the program in NEEDLEPOINT_BROWSER.";

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");

    private final Playwright playwright;
    private final Browser browser;

    private final Path program;
    private @Nullable Path profile;

    private Chromium(Playwright playwright, Browser browser, Path program) {
        this.playwright = playwright;
        this.browser = browser;
        this.program = program;
    }

    /// Starts the browser; skips the test, or fails it under CI, when there is none.
    public static Chromium open() {
        var program = find();
        if (program.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(MISSING);
            }
            System.err.println("SKIPPED: " + MISSING);
            Assumptions.abort(MISSING);
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setHeadless(true)
                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser, program.orElseThrow());
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.of(System.getenv("NEEDLEPOINT_BROWSER")).filter(Objects::nonNull), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A fresh browser profile, English, in New York.
    ///
    /// @param width of the window in CSS pixels; 390 for a telephone, 1280 for a desk
    public BrowserContext context(int width) {
        return context(width, "America/New_York");
    }

    /// The same in another zone.
    public BrowserContext context(int width, String zone) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setLocale("en-US")
                .setTimezoneId(zone));
        context.setDefaultTimeout(15_000);
        return context;
    }

    /// A fresh browser profile on a device: on a touch screen a finger taps and no mouse is there.
    public BrowserContext context(Screen screen) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setHasTouch(screen.touch())
                .setIsMobile(screen.touch())
                .setLocale("en-US")
                .setTimezoneId("America/New_York"));
        context.setDefaultTimeout(15_000);
        return context;
    }

    /// A browser that keeps its profile in a folder: another process, which can be killed and started again.
    public BrowserContext persistent(Path folder, int width) {
        profile = folder;
        var context = playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(program)
                                .setHeadless(true)
                                .setArgs(ARGUMENTS)
                                .setViewportSize(width, width < 600 ? 844 : 900)
                                .setLocale("en-US")
                                .setTimezoneId("America/New_York"));
        context.setDefaultTimeout(15_000);
        return context;
    }

    /// Kills the browser that keeps its profile, all its processes, without a word (SIGKILL).
    public void kill() {
        var folder = String.valueOf(profile);
        var processes = ProcessHandle.allProcesses()
                .filter(it -> it.info().commandLine().orElse("").contains("--user-data-dir=" + folder)
                        || it.parent()
                                .flatMap(parent -> parent.info().commandLine())
                                .orElse("")
                                .contains("--user-data-dir=" + folder))
                .toList();
        if (processes.isEmpty()) {
            throw new IllegalStateException("no browser keeps its profile in " + folder);
        }
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(it -> it.onExit().join());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
