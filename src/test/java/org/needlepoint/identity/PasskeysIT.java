package org.needlepoint.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.Chromium;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Passkeys, in a real browser with an authenticator of its own.
@IntegrationTest
@Tag("browser")
class PasskeysIT {
    @Autowired
    PracticeFixture practices;

    @Autowired
    Accounts accounts;

    @Autowired
    Passkeys passkeys;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @Test
    void are_added_once_signed_in_and_take_the_place_of_the_code_from_then_on() {
        var practice = practices.open("America/New_York");
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        var base = "http://localhost:" + port + "/p/" + practice.slug();
        try (var browser = Chromium.open()) {
            var context = browser.context(1280);
            var page = context.newPage();
            giveAuthenticator(page);

            page.navigate(base + "/passkeys");
            password(page, staff);
            page.getByLabel("Code").fill(Staff.codeAt(Staff.SECRET, clock.instant()));
            press(page, "Sign in");
            assertThat(page.url()).isEqualTo(base + "/passkeys");

            page.getByLabel("Name for this passkey").fill("front desk tablet");
            press(page, "Add a passkey");
            page.getByText("Last used").waitFor();
            assertThat(page.content()).contains("front desk tablet");

            press(page, "Sign out everywhere");
            page.navigate(base + "/passkeys");
            password(page, staff);
            press(page, "Use a passkey");
            page.waitForURL(base + "/passkeys");
            assertThat(page.locator("h1").textContent()).isEqualTo("Passkeys");

            press(page, "Remove front desk tablet");
            page.getByText("You have no passkey yet").waitFor();
            assertThat(practices.in(practice.id(), () -> passkeys.of(practice.id(), staff.id())))
                    .isEmpty();
        }
    }

    private static void giveAuthenticator(Page page) {
        var devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        devTools.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private static void password(Page page, Staff staff) {
        page.getByLabel("E-mail address").fill(staff.email());
        page.getByLabel("Password").fill(Staff.PASSWORD);
        press(page, "Continue");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
