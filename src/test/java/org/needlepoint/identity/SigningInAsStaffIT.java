package org.needlepoint.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in as staff.
@IntegrationTest
class SigningInAsStaffIT {
    @Autowired
    PracticeFixture practices;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    PracticeFixture.Opened practice = new PracticeFixture.Opened(
            org.needlepoint.shared.PracticeId.next(), "", org.needlepoint.shared.Uuid7.next());
    Visitor visitor = new Visitor(0);

    @BeforeEach
    void open() {
        practice = practices.open("America/New_York");
        visitor = new Visitor(port);
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private String path(String rest) {
        return "/p/" + practice.slug() + rest;
    }

    private Visitor.Answer password(Staff staff, String password) {
        return visitor.post(path("/sign-in"), "email", staff.email(), "password", password);
    }

    private String code() {
        return Staff.codeAt(Staff.SECRET, clock.instant());
    }

    @Test
    void needs_password_and_code_and_ends_on_the_page_that_was_asked_for() {
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        var asked = visitor.get(path("/passkeys"));
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.location()).isEqualTo(path("/sign-in?to=%2Fp%2F" + practice.slug() + "%2Fpasskeys"));
        assertThat(visitor.get(asked.location()).body()).contains("Sign in as staff");
        var first = visitor.post(
                path("/sign-in"),
                "email",
                staff.email().toUpperCase(java.util.Locale.ROOT),
                "password",
                Staff.PASSWORD,
                "to",
                path("/passkeys"));
        assertThat(first.location()).startsWith(path("/sign-in/code?to="));
        assertThat(visitor.get(path("/passkeys")).status()).as("half signed in").isEqualTo(303);
        visitor.get(first.location());
        var second = visitor.post(path("/sign-in/code"), "code", code(), "to", path("/passkeys"));
        assertThat(second.location()).isEqualTo(path("/passkeys"));
        assertThat(visitor.get(path("/passkeys")).body()).contains("Mara Fields");
    }

    @Test
    void gives_the_same_answer_for_a_wrong_password_and_for_an_unknown_email() {
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        var wrong = password(staff, "not the password");
        var unknown = visitor.post(path("/sign-in"), "email", "nobody@example.com", "password", "not the password");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(normal(unknown.body(), "nobody@example.com")).isEqualTo(normal(wrong.body(), staff.email()));
    }

    private static String normal(String page, String email) {
        return page.replace(email, "EMAIL").replaceAll("name=\"_csrf\"[^>]*", "TOKEN");
    }

    @Test
    void makes_guessing_slow_and_says_how_long_to_wait() {
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        for (int i = 0; i < 5; i++) {
            assertThat(password(staff, "guess " + i).status()).isEqualTo(422);
        }
        var sixth = password(staff, Staff.PASSWORD);
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.header("retry-after")).isEqualTo("30");
        assertThat(sixth.body()).contains("please wait 30 seconds");
        clock.advance(Duration.ofSeconds(31));
        assertThat(password(staff, "guess 6").status()).isEqualTo(422);
        assertThat(password(staff, Staff.PASSWORD).body()).contains("please wait 1 minute");
        clock.advance(Duration.ofSeconds(61));
        assertThat(password(staff, Staff.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void makes_nobody_wait_at_the_first_try_however_the_database_rounds_the_time() {
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        clock.set(MovableClock.START.plusNanos(999_999_999));
        assertThat(password(staff, Staff.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void slows_down_guessing_of_an_email_that_nobody_has_just_the_same() {
        var statuses = java.util.stream.IntStream.range(0, 6)
                .map(i -> visitor.post(path("/sign-in"), "email", "nobody@example.com", "password", "guess " + i)
                        .status())
                .toArray();
        assertThat(statuses).containsExactly(422, 422, 422, 422, 422, 429);
    }

    @Test
    void takes_a_code_once_and_none_that_is_older_than_a_step() {
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        var used = code();
        password(staff, Staff.PASSWORD);
        assertThat(visitor.post(path("/sign-in/code"), "code", used).status()).isEqualTo(303);
        visitor.post(path("/sign-out"));
        password(staff, Staff.PASSWORD);
        assertThat(visitor.post(path("/sign-in/code"), "code", used).status()).isEqualTo(422);
        var old = Staff.codeAt(Staff.SECRET, clock.instant().plusSeconds(60));
        clock.advance(Duration.ofMinutes(2));
        assertThat(visitor.post(path("/sign-in/code"), "code", old).status()).isEqualTo(422);
        var early = Staff.codeAt(Staff.SECRET, clock.instant().plusSeconds(30));
        assertThat(visitor.post(path("/sign-in/code"), "code", early).status()).isEqualTo(303);
    }

    @Test
    void slows_down_guessing_of_codes() {
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        password(staff, Staff.PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.post(path("/sign-in/code"), "code", "x" + i).status())
                    .isEqualTo(422);
        }
        assertThat(visitor.post(path("/sign-in/code"), "code", code()).status()).isEqualTo(429);
    }

    @Test
    void sets_up_codes_the_first_time_and_shows_recovery_codes_that_work_once() {
        var staff = Staff.withoutCodes(practices, accounts, practice.id(), Role.OWNER);
        assertThat(password(staff, Staff.PASSWORD).location()).isEqualTo(path("/sign-in/enrolment"));
        var page = visitor.get(path("/sign-in/enrolment")).body();
        var secret = found(page, "id=\"secret\">([A-Z2-7 ]+)<");
        var sealed = found(page, "name=\"sealed\" value=\"([^\"]+)\"");
        assertThat(page).contains("d=\"M4 4h1v1h-1z");
        assertThat(visitor.post(path("/sign-in/enrolment"), "sealed", sealed, "code", "000000")
                        .status())
                .isEqualTo(422);
        var shown = visitor.post(
                path("/sign-in/enrolment"), "sealed", sealed, "code", Staff.codeAt(secret, clock.instant()));
        assertThat(shown.status()).isEqualTo(200);
        var recovery = found(shown.body(), "<code>([a-z2-7]{5}-[a-z2-7]{5})</code>");
        assertThat(visitor.get(path("/passkeys")).status()).isEqualTo(200);

        visitor.post(path("/sign-out"));
        assertThat(password(staff, Staff.PASSWORD).location()).isEqualTo(path("/sign-in/code"));
        assertThat(visitor.post(path("/sign-in/code"), "code", recovery).status())
                .isEqualTo(303);
        visitor.post(path("/sign-out"));
        password(staff, Staff.PASSWORD);
        assertThat(visitor.post(path("/sign-in/code"), "code", recovery).status())
                .isEqualTo(422);
    }

    private static String found(String page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
        return matcher.group(1);
    }

    @Test
    void refuses_a_secret_that_was_offered_to_another_sign_in() {
        var one = Staff.withoutCodes(practices, accounts, practice.id(), Role.OWNER);
        password(one, Staff.PASSWORD);
        var page = visitor.get(path("/sign-in/enrolment")).body();
        var sealed = found(page, "name=\"sealed\" value=\"([^\"]+)\"");
        var secret = found(page, "id=\"secret\">([A-Z2-7 ]+)<");
        visitor = new Visitor(port);
        password(Staff.withoutCodes(practices, accounts, practice.id(), Role.OWNER), Staff.PASSWORD);
        var answer = visitor.post(
                path("/sign-in/enrolment"), "sealed", sealed, "code", Staff.codeAt(secret, clock.instant()));
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void puts_the_token_into_a_cookie_of_this_practice_alone_and_only_its_hash_into_the_database() {
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        var pending = password(staff, Staff.PASSWORD).cookiesSet().getFirst();
        var before = visitor.cookie("np");
        var done = visitor.post(path("/sign-in/code"), "code", code());
        var token = visitor.cookie("np");
        assertThat(pending)
                .contains("Path=/p/" + practice.slug() + ";")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(done.cookiesSet().getFirst()).doesNotContain("Secure").doesNotContain("Max-Age");
        assertThat(token).hasSize(43).isNotEqualTo(before);
        var stored = practices.in(
                practice.id(),
                () -> jdbc.sql("select encode(token_hash, 'hex') from platform.sign_in where practice_id = :practice")
                        .param("practice", practice.id().value())
                        .query(String.class)
                        .list());
        assertThat(stored).containsExactly(SignInKey.of(String.valueOf(token)).hex());
    }

    @Test
    void is_worth_nothing_at_another_practice() {
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        var token = practices.in(practice.id(), () -> signIns.startStaff(practice.id(), staff.id()));
        assertThat(visitor.with("np", token).get(path("/passkeys")).status()).isEqualTo(200);
        var other = practices.open("America/Chicago");
        var there = visitor.get("/p/" + other.slug() + "/passkeys");
        assertThat(there.status()).isEqualTo(303);
        assertThat(there.location()).contains("/sign-in");
        assertThat(new Visitor(port)
                        .post("/p/" + other.slug() + "/sign-in", "email", staff.email(), "password", Staff.PASSWORD)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void ends_after_twelve_hours_however_busy() {
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        visitor.with("np", practices.in(practice.id(), () -> signIns.startStaff(practice.id(), staff.id())));
        for (int minutes = 0; minutes < 12 * 60; minutes += 10) {
            assertThat(visitor.get(path("/passkeys")).status()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(10));
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(visitor.get(path("/passkeys")).status()).isEqualTo(303);
    }

    @Test
    void ends_everywhere_at_once_when_asked() {
        var staff = Staff.open(practices, accounts, practice.id(), Role.OWNER);
        var tablet = new Visitor(port)
                .with("np", practices.in(practice.id(), () -> signIns.startStaff(practice.id(), staff.id())));
        visitor.with("np", practices.in(practice.id(), () -> signIns.startStaff(practice.id(), staff.id())));
        assertThat(visitor.post(path("/sign-out-everywhere")).status()).isEqualTo(303);
        assertThat(tablet.get(path("/passkeys")).status()).isEqualTo(303);
    }

    @Test
    void refuses_a_form_without_its_token() {
        var answer = visitor.postWithoutToken(
                path("/sign-in"), Map.of("email", "nobody@example.com", "password", Staff.PASSWORD));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void never_leads_away_from_the_practice_afterwards() {
        for (var to : new String[] {
            "https://evil.example/",
            "//evil.example",
            "/p/other/today",
            "/p/" + practice.slug() + "/../x",
            "/p/" + practice.slug() + "/\\evil",
            "javascript:alert(1)"
        }) {
            var fresh = Staff.open(practices, accounts, practice.id(), Role.OWNER);
            visitor = new Visitor(port);
            password(fresh, Staff.PASSWORD);
            assertThat(visitor.post(path("/sign-in/code"), "code", code(), "to", to)
                            .location())
                    .as(to)
                    .isEqualTo(path("/today"));
        }
    }
}
