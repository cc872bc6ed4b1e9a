package org.needlepoint.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A screen that was left alone.
@IntegrationTest
class LockedScreenIT {
    @Autowired
    PracticeFixture practices;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private String slug = "";
    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void signIn() {
        var practice = practices.open("America/New_York");
        var staff = Staff.open(practices, accounts, practice.id(), Role.FRONT_DESK);
        slug = practice.slug();
        visitor = new Visitor(port)
                .with("np", practices.in(practice.id(), () -> signIns.startStaff(practice.id(), staff.id())));
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private String path(String rest) {
        return "/p/" + slug + rest;
    }

    @Test
    void stays_open_while_somebody_works_and_locks_after_a_quarter_of_an_hour() {
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(14));
            assertThat(visitor.get(path("/passkeys")).status()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(16));
        var locked = visitor.get(path("/passkeys"));
        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.body()).contains("The screen is locked").doesNotContain("Add a passkey");
        assertThat(visitor.get(path("/passkeys")).status())
                .as("and stays locked")
                .isEqualTo(423);
    }

    @Test
    void opens_with_the_password_on_the_page_that_was_asked_for() {
        clock.advance(Duration.ofMinutes(16));
        visitor.get(path("/passkeys"));
        assertThat(visitor.post(path("/unlock"), "password", "wrong wrong", "to", path("/passkeys"))
                        .status())
                .isEqualTo(422);
        var opened = visitor.post(path("/unlock"), "password", Staff.PASSWORD, "to", path("/passkeys"));
        assertThat(opened.location()).isEqualTo(path("/passkeys"));
        assertThat(visitor.get(path("/passkeys")).status()).isEqualTo(200);
    }

    @Test
    void keeps_what_was_typed_and_sends_it_after_unlocking() {
        clock.advance(Duration.ofMinutes(16));
        var typed = "He said \"it hurts\" <b>here</b>";
        var locked = visitor.post(path("/passkeys"), "label", typed, "new-password", "never kept", "answer", "a");
        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.body())
                .contains("It has not been sent yet")
                .contains("name=\"draft.label\" value=\"He said &quot;it hurts&quot; &lt;b&gt;here&lt;/b&gt;\"")
                .doesNotContain("never kept");
        var wrong = visitor.post(
                path("/unlock"),
                "password",
                "wrong wrong",
                "to",
                path("/passkeys"),
                "form",
                "true",
                "draft.label",
                typed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("name=\"draft.label\" value=\"He said &quot;");
        var opened = visitor.post(
                path("/unlock"),
                "password",
                Staff.PASSWORD,
                "to",
                path("/passkeys"),
                "form",
                "true",
                "draft.label",
                typed);
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body())
                .contains("action=\"" + path("/passkeys") + "\"")
                .contains("name=\"label\" value=\"He said &quot;it hurts&quot; &lt;b&gt;here&lt;/b&gt;\"");
    }

    @Test
    void says_so_when_a_form_is_too_large_to_keep() {
        clock.advance(Duration.ofMinutes(16));
        var locked = visitor.post(path("/passkeys"), "label", "x".repeat(200_001));
        assertThat(locked.body()).contains("could not be kept here");
    }

    @Test
    void can_be_locked_at_once() {
        assertThat(visitor.post(path("/lock")).location()).isEqualTo(path("/locked"));
        assertThat(visitor.get(path("/passkeys")).status()).isEqualTo(423);
    }

    @Test
    void slows_down_guessing() {
        visitor.post(path("/lock"));
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.post(path("/unlock"), "password", "guess " + i).status())
                    .isEqualTo(422);
        }
        assertThat(visitor.post(path("/unlock"), "password", Staff.PASSWORD).status())
                .isEqualTo(429);
    }

    @Test
    void lets_somebody_else_sign_in() {
        visitor.post(path("/lock"));
        assertThat(visitor.post(path("/sign-out")).status()).isEqualTo(303);
        assertThat(visitor.get(path("/passkeys")).location()).startsWith(path("/sign-in"));
    }
}
