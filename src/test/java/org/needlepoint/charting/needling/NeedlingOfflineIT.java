package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A tablet on the session whose network goes away: really offline, killed, opened again, with a second browser beside
/// it.
@IntegrationTest
@Tag("browser")
class NeedlingOfflineIT {
    @LocalServerPort
    int port;

    @Autowired
    Treatment treatment;

    @Autowired
    Sessions sessions;

    @TempDir
    Path profile;

    private Room room;
    private SessionId session;

    @BeforeEach
    void open() {
        room = treatment.room(PainReport.NONE);
        session = treatment.open(room);
    }

    private String address() {
        return "http://localhost:%d/p/%s/sessions/%s"
                .formatted(port, room.clinic().slug(), session);
    }

    private Session state() {
        return room.in(() -> sessions.find(room.clinic().id(), session))
                .orElseThrow()
                .state();
    }

    private void signIn(BrowserContext context) {
        context.addCookies(List.of(new Cookie("np", room.signIn()).setUrl("http://localhost:" + port)));
    }

    private Page opened(BrowserContext context) {
        signIn(context);
        var page =
                context.pages().isEmpty() ? context.newPage() : context.pages().getFirst();
        page.navigate(address());
        page.locator("#counter").waitFor();
        return page;
    }

    private static void choose(Page page) {
        page.locator("#q").fill("upper traps");
        page.locator(".np-sided button").last().click();
        page.locator(".np-needlecard__ask button").click();
        page.locator("label[for='diameter-250']").click();
        page.locator("label[for='length-40']").click();
        page.locator("label[for='technique-deep-static']").click();
        page.locator("label[for='tissue-muscle']").click();
    }

    private static void inBody(Page page, int needles) {
        page.locator(".np-session__live[data-in-situ='" + needles + "']").waitFor();
    }

    private static void unsent(Page page, int taps) {
        page.locator(".np-session__live[data-unsent='" + taps + "']").waitFor();
    }

    /// What is on the screen has reached the server.
    private static void arrived(Page page) {
        page.locator(".np-session__live[data-unsent='0'][data-link='live']").waitFor();
    }

    /// The worker that hands out the page without a network has taken over.
    private static void ready(Page page) {
        page.waitForFunction(
                "async () => (await caches.keys()).length > 0 && navigator.serviceWorker.controller !== null"
                        + " && (await (await caches.open('needlepoint-chart')).keys()).some((it) => it.url.endsWith('/offline'))");
    }

    @Test
    void goes_on_charting_and_sends_what_it_kept_when_the_network_is_back() {
        try (var browser = Chromium.open()) {
            var context = browser.context(390);
            var page = opened(context);
            choose(page);
            page.locator("#in-one").click();
            inBody(page, 1);
            arrived(page);

            context.setOffline(true);
            page.locator("#in-one").click();
            page.locator("#in-one").click();
            inBody(page, 3);
            page.locator("[id^='removed-']").last().click();
            inBody(page, 2);
            unsent(page, 3);
            page.locator("#unsent").waitFor();
            assertThat(page.locator("#unsent").innerText()).contains("3 taps are kept on this device");
            assertThat(page.locator("#stored").innerText()).contains("3 taps are on this device only");
            assertThat(state().inSitu()).as("nothing has arrived").hasSize(1);

            page.locator(".np-signed-in button").click();
            page.locator("#sign-out-refused").waitFor();
            assertThat(page.locator("#sign-out-refused").innerText()).contains("only you can send them");

            context.setOffline(false);
            arrived(page);
            assertThat(state().inSitu()).hasSize(2);
            assertThat(state().out()).isEqualTo(1);
        }
    }

    @Test
    void comes_back_after_it_was_killed_without_a_network_with_all_that_was_tapped() {
        try (var browser = Chromium.open()) {
            var context = browser.persistent(profile, 390);
            var page = opened(context);
            ready(page);
            choose(page);
            page.locator("#in-one").click();
            inBody(page, 1);
            arrived(page);
            context.setOffline(true);
            page.locator("#in-one").click();
            page.locator("#in-one").click();
            unsent(page, 2);
            browser.kill();

            var again = browser.persistent(profile, 390);
            again.setOffline(true);
            var offline = again.pages().getFirst();
            offline.navigate(address());
            offline.locator("#counter").waitFor();
            inBody(offline, 3);
            unsent(offline, 2);
            assertThat(offline.locator("body").innerText()).doesNotContain("Ana", "Ruiz");
            offline.locator("#all-out").click();
            inBody(offline, 0);
            unsent(offline, 5);

            signIn(again);
            again.setOffline(false);
            arrived(offline);
            assertThat(state().used()).isEqualTo(3);
            assertThat(state().balanced()).isTrue();
        }
    }

    @Test
    void shows_two_browsers_the_same_and_closes_when_both_have_sent_everything() {
        try (var browser = Chromium.open()) {
            var one = opened(browser.context(1280));
            choose(one);
            one.locator("#in-one").click();
            inBody(one, 1);
            arrived(one);
            var context = browser.context(390);
            var other = opened(context);
            inBody(other, 1);
            other.locator("button.np-linklike").click();
            other.locator("#in-one").click();
            inBody(other, 2);
            arrived(other);
            inBody(one, 2);

            context.setOffline(true);
            other.locator("[id^='removed-']").first().click();
            inBody(other, 1);
            inBody(one, 2);
            one.locator("#all-out").click();
            inBody(one, 0);
            one.locator("#count").click();
            count(one, 2);
            assertThat(one.locator("main").innerText()).contains("Waiting for", "last heard from");

            context.setOffline(false);
            arrived(other);
            one.waitForCondition(() -> state().devices().stream().noneMatch(it -> it.pending()));
            one.locator(".np-counts button").click();
            one.locator(".np-allout").waitFor();
            assertThat(state().standing()).isEqualTo(Standing.CLOSED);
            assertThat(state().used()).isEqualTo(2);
            other.locator(".np-allout").waitFor();
            assertThat(other.evaluate("async () => (await indexedDB.databases()).length"))
                    .isEqualTo(1);
            other.waitForFunction("""
                    () => new Promise((done) => {
                      const opening = indexedDB.open('needlepoint');
                      opening.onsuccess = () => {
                        const database = opening.result;
                        const counting = database.transaction('queue').objectStore('queue').count();
                        counting.onsuccess = () => { done(counting.result === 0); database.close(); };
                      };
                    })""");
        }
    }

    private static void count(Page page, int needles) {
        page.locator("label[for='opened-" + needles + "']").click();
        page.locator("label[for='unused-0']").click();
        page.locator("label[for='sharps-" + needles + "']").click();
        page.locator(".np-counts button").click();
        page.locator("main").waitFor();
    }

    @Test
    void keeps_what_waits_when_the_sign_in_is_over() {
        try (var browser = Chromium.open()) {
            var context = browser.context(390);
            var page = opened(context);
            choose(page);
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("np"));
            page.locator("#in-one").click();
            page.locator("#unsent").waitFor();
            assertThat(page.locator("#unsent").innerText()).contains("Your sign-in is over", "1 tap is kept");
            assertThat(state().used()).isZero();
            opened(context);
            arrived(page);
            assertThat(state().inSitu()).hasSize(1);
        }
    }

    @Test
    void keeps_no_word_that_could_be_read_from_the_disk() {
        try (var browser = Chromium.open()) {
            var context = browser.context(390);
            var page = opened(context);
            choose(page);
            context.setOffline(true);
            page.locator("#in-one").click();
            unsent(page, 1);
            var kept = (String) page.evaluate("""
                    () => new Promise((done) => {
                      const opening = indexedDB.open('needlepoint');
                      opening.onsuccess = () => {
                        const all = opening.result.transaction(['sessions', 'queue', 'replica']);
                        const found = [];
                        for (const name of ['sessions', 'queue', 'replica']) {
                          all.objectStore(name).getAll().onsuccess = (event) => found.push(...event.target.result);
                        }
                        all.oncomplete = () => done(JSON.stringify(found, (key, value) =>
                          value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value)
                          + found.map((it) => it.key instanceof CryptoKey && it.key.extractable));
                      };
                    })""");
            assertThat(kept)
                    .contains(session.toString())
                    .doesNotContain("trapezius", "inserted", "Ana", "Ruiz", "true");
        }
    }
}
