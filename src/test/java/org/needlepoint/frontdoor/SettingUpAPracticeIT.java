package org.needlepoint.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.practice.PracticeDirectory;
import org.needlepoint.scheduling.Services;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.LogCapture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/// The life of an empty installation, in this order; it has an application and a database of its own.
@IntegrationTest
@TestPropertySource(properties = "needlepoint.test.installation=empty")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettingUpAPracticeIT {
    private static final String PASSWORD = "seven quiet herons";
    private static final Map<String, String> FILLED_IN = Map.ofEntries(
            Map.entry("practice", "Mill Street Clínica"),
            Map.entry("slug", ""),
            Map.entry("sentence", "Two rooms above the bakery."),
            Map.entry("zone", "America/New_York"),
            Map.entry("street", "14 Mill Street"),
            Map.entry("city", "Bethesda"),
            Map.entry("region", "md"),
            Map.entry("postalCode", "20814"),
            Map.entry("phone", "(301) 555-0141"),
            Map.entry("email", "hello@example.org"),
            Map.entry("ownerName", "Robin Hale"),
            Map.entry("ownerEmail", "robin@example.org"),
            Map.entry("password", PASSWORD),
            Map.entry("passwordAgain", PASSWORD),
            Map.entry("treats", "yes"),
            Map.entry("profession", "physical-therapist"),
            Map.entry("credentials", "PT"),
            Map.entry("opens", "09:00"),
            Map.entry("closes", "17:00"),
            Map.entry("firstPrice", "140"),
            Map.entry("consultPrice", "0"));

    /// The key of the address, from one test to the next.
    private static String key = "";

    @Autowired
    SetupAddress address;

    @Autowired
    PracticeDirectory directory;

    @Autowired
    Services services;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @LocalServerPort
    int port;

    private static String[] filledIn(String... changes) {
        var fields = new TreeMap<>(FILLED_IN);
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        var list = new ArrayList<String>();
        fields.forEach((name, value) -> list.addAll(List.of(name, value)));
        return list.toArray(String[]::new);
    }

    @Test
    @Order(1)
    void the_start_prints_the_address_and_the_front_page_only_says_so() {
        try (var log = LogCapture.start()) {
            address.announce();
            var line = log.lines().stream()
                    .filter(each -> each.contains("/setup/"))
                    .findFirst()
                    .orElseThrow();
            key = line.replaceAll("(?s).*/setup/([A-Za-z0-9_-]{43}).*", "$1");
        }
        assertThat(key).hasSize(43);
        var front = new Visitor(port).get("/");
        assertThat(front.status()).isEqualTo(200);
        assertThat(front.body())
                .contains("No practice has been set up here yet")
                .doesNotContain(key, "/setup/");
    }

    @Test
    @Order(2)
    void a_wrong_or_an_earlier_key_opens_nothing() {
        var visitor = new Visitor(port);
        var earlier = key;
        key = address.renew();
        for (var wrong : List.of("x", earlier, key + "x", "a".repeat(43))) {
            assertThat(visitor.get("/setup/" + wrong).status()).isEqualTo(404);
            assertThat(visitor.post("/setup/" + wrong, filledIn()).status()).isEqualTo(404);
        }
        var form = visitor.get("/setup/" + key);
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(form.header("Cache-Control")).isEqualTo("no-store");
        assertThat(visitor.get("/setup/" + key + "?lang=es").body()).contains("Configure su consultorio");
        assertThat(directory.all()).isEmpty();
    }

    @Test
    @Order(3)
    void wrong_input_is_named_and_kept_but_never_a_password() {
        var visitor = new Visitor(port);
        visitor.get("/setup/" + key);
        var empty = visitor.post("/setup/" + key, "treats", "yes");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body())
                .contains("href=\"#practice\"", "href=\"#sentence\"", "href=\"#zone\"", "href=\"#street\"")
                .contains("href=\"#city\"", "href=\"#region\"", "href=\"#postalCode\"", "href=\"#phone\"")
                .contains("href=\"#email\"", "href=\"#ownerName\"", "href=\"#ownerEmail\"", "href=\"#password\"")
                .contains("href=\"#profession\"", "href=\"#opens\"", "href=\"#closes\"", "href=\"#firstPrice\"");
        var wrong = visitor.post(
                "/setup/" + key,
                filledIn(
                        "region", "ZZ",
                        "postalCode", "2081",
                        "zone", "Moon/Base",
                        "phone", "12",
                        "closes", "09:30",
                        "firstPrice", "many",
                        "passwordAgain", "seven quiet heroes"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("href=\"#region\"", "href=\"#postalCode\"", "href=\"#zone\"", "href=\"#phone\"")
                .contains("href=\"#closes\"", "href=\"#firstPrice\"", "href=\"#passwordAgain\"")
                .contains("Two rooms above the bakery.", "14 Mill Street", "value=\"mill-street-clinica\"")
                .doesNotContain("href=\"#city\"", PASSWORD, "seven quiet heroes");
        assertThat(visitor.post("/setup/" + key, filledIn("slug", "Mill Street"))
                        .body())
                .contains("href=\"#slug\"");
        assertThat(visitor.post("/setup/" + key, filledIn("password", "short", "passwordAgain", "short"))
                        .body())
                .contains("href=\"#password\"");
        assertThat(directory.all()).isEmpty();
    }

    @Test
    @Order(4)
    void two_at_the_same_time_make_one_practice_that_can_be_booked_right_away() throws Exception {
        var answers = new ArrayList<Visitor.Answer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Visitor.Answer> send = () -> new Visitor(port).post("/setup/" + key, filledIn());
            for (Future<Visitor.Answer> each : pool.invokeAll(List.of(send, send))) {
                answers.add(each.get());
            }
        }
        assertThat(answers).extracting(Visitor.Answer::status).containsExactlyInAnyOrder(303, 410);
        assertThat(answers).extracting(Visitor.Answer::location).contains("/p/mill-street-clinica/sign-in");
        var practice = directory.find("mill-street-clinica").orElseThrow();
        assertThat(directory.all()).containsExactly(practice);
        var visitor = new Visitor(port);
        assertThat(visitor.get("/").location()).endsWith("/p/mill-street-clinica");
        var site = visitor.get("/p/mill-street-clinica");
        assertThat(site.status()).isEqualTo(200);
        assertThat(site.body()).containsOnlyOnce("<p class=\"np-lead\">Two rooms above the bakery.</p>");
        assertThat(site.body()).contains("Robin Hale, PT", "$140", "Bethesda, MD 20814");
        assertThat(visitor.get("/p/mill-street-clinica/book").status()).isEqualTo(200);
        var offered = PracticeScope.in(practice, () -> services.active(practice));
        assertThat(offered).hasSize(2);
        for (var service : offered) {
            var openings = visitor.get("/api/v1/p/mill-street-clinica/openings?service=" + service.id()
                    + "&from=2026-12-03&to=2026-12-04");
            assertThat(openings.status()).as(openings.body()).isEqualTo(200);
            assertThat(openings.body()).contains("2026-12-03T09:00");
        }
        assertThat(audited(practice))
                .contains("created account", "opened practice", "added practitioner", "added service");
    }

    private List<String> audited(PracticeId practice) {
        return PracticeScope.in(
                practice,
                () -> transaction.execute(_ -> jdbc.sql(
                                "select action || ' ' || subject_kind from audit.entry where practice_id = :practice")
                        .param("practice", practice.value())
                        .query(String.class)
                        .list()));
    }

    @Test
    @Order(5)
    void the_owner_signs_in_and_is_led_to_a_second_factor() {
        var visitor = new Visitor(port);
        visitor.get("/p/mill-street-clinica/sign-in");
        var signedIn =
                visitor.post("/p/mill-street-clinica/sign-in", "email", "robin@example.org", "password", PASSWORD);
        assertThat(signedIn.location()).endsWith("/sign-in/enrolment");
    }

    @Test
    @Order(6)
    void nothing_is_left_to_set_up_afterwards() {
        var visitor = new Visitor(port);
        var again = visitor.get("/setup/" + key);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.body()).contains("The practice is set up");
        assertThat(visitor.post("/setup/" + key, filledIn("practice", "Another"))
                        .status())
                .isEqualTo(410);
        try (var log = LogCapture.start()) {
            address.announce();
            assertThat(log.text()).doesNotContain("/setup/");
        }
        assertThat(visitor.get("/setup/x").status()).isEqualTo(404);
        assertThat(directory.all()).hasSize(1);
    }
}
