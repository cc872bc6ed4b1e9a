package org.needlepoint.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.testing.Browser;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.LogCapture;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// What people and programs get when something goes wrong: PostgreSQL stops in mid-request and comes back, a controller
/// fails, a body cannot be read.
@IntegrationTest
class ADatabaseThatStopsIT {
    @LocalServerPort
    int port;

    @Autowired
    DatabaseServer server;

    @Autowired
    PracticeFixture practices;

    @Autowired
    Pause pause;

    /// Holds a request between two statements of its transaction.
    static class Pause {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
    }

    record Order(int count, Nested nested) {}

    record Nested(List<Integer> sizes) {}

    @Controller
    static class Pages {
        private final JdbcClient jdbc;
        private final TransactionOperations transaction;
        private final Pause pause;

        Pages(JdbcClient jdbc, TransactionOperations transaction, Pause pause) {
            this.jdbc = jdbc;
            this.transaction = transaction;
            this.pause = pause;
        }

        private int count(PracticeId practice) {
            return jdbc.sql("select count(*) from practice.practice where practice_id = :practice")
                    .param("practice", practice.value())
                    .query(Integer.class)
                    .single();
        }

        @GetMapping("/p/{slug}/trial/plain")
        String plain(Practice practice) {
            return "web/conflict";
        }

        @GetMapping("/p/{slug}/trial/slow")
        String slow(PracticeId practice) {
            transaction.executeWithoutResult(_ -> {
                count(practice);
                pause.reached.countDown();
                try {
                    pause.goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                count(practice);
            });
            return "web/conflict";
        }

        @GetMapping("/p/{slug}/trial/broken")
        String broken(@RequestParam Optional<String> name) {
            throw new IllegalStateException("no page for " + name.orElse("nobody"));
        }

        @GetMapping("/p/{slug}/trial/absent")
        String absent() {
            throw new NotFound();
        }

        @PostMapping("/api/v1/p/{slug}/trial")
        @ResponseBody
        Map<String, Integer> take(@RequestBody Order order) {
            return Map.of("count", order.count());
        }

        @GetMapping("/api/v1/p/{slug}/trial/broken")
        @ResponseBody
        String brokenForPrograms() {
            throw new IllegalStateException("Ana Ruiz");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        Pause pause() {
            return new Pause();
        }

        @Bean
        Pages trialPages(JdbcClient jdbc, TransactionOperations transaction, Pause pause) {
            return new Pages(jdbc, transaction, pause);
        }

        @Bean
        Routes trialRoutes() {
            return () -> List.of(
                    Route.get("/p/{slug}/trial/plain").site(),
                    Route.get("/p/{slug}/trial/slow").site(),
                    Route.get("/p/{slug}/trial/broken").site(),
                    Route.get("/p/{slug}/trial/absent").site(),
                    Route.post("/api/v1/p/{slug}/trial").api(),
                    Route.get("/api/v1/p/{slug}/trial/broken").api());
        }
    }

    private Browser browser() {
        return new Browser(port);
    }

    private static String reference(HttpResponse<String> answer) {
        var found = Pattern.compile(">[0-9A-Z]{4}-[0-9A-Z]{4}<|\"[0-9A-Z]{4}-[0-9A-Z]{4}\"")
                .matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group().substring(1, 10);
    }

    @Test
    void in_mid_request_gives_a_clear_page_and_heals_by_itself() throws Exception {
        var slug = practices.open("America/New_York").slug();
        assertThat(browser().get("/p/" + slug + "/trial/plain").statusCode()).isEqualTo(200);
        assertThat(browser().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        try (var log = LogCapture.start()) {
            var slow = CompletableFuture.supplyAsync(() -> browser().get("/p/" + slug + "/trial/slow"));
            pause.reached.await();
            server.stop();
            pause.goOn.countDown();
            var answer = slow.get();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("We cannot reach our records right now");
            assertThat(log.text()).contains(reference(answer));

            var later = browser().get("/p/" + slug + "/trial/plain", Map.of("Accept-Language", "es-US,es;q=0.9"));
            assertThat(later.statusCode()).isEqualTo(503);
            assertThat(later.body()).contains("lang=\"es\"").contains("hreflang=\"en\"");
            var unknown = browser().get("/p/never-seen/trial/plain");
            assertThat(unknown.statusCode()).isEqualTo(503);
            assertThat(browser().get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(browser().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        } finally {
            server.restart();
        }
        assertThat(browser().get("/p/" + slug + "/trial/plain").statusCode()).isEqualTo(200);
        assertThat(browser().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void a_fault_of_ours_is_logged_with_the_reference_on_its_page_and_without_what_was_typed() {
        var slug = practices.open("America/New_York").slug();
        try (var log = LogCapture.start()) {
            var page = browser().get("/p/" + slug + "/trial/broken?name=Ana-Ruiz");
            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).contains("Something went wrong on our side").doesNotContain("Ana-Ruiz</");
            assertThat(page.headers().firstValue("X-Request-Id")).hasValue(reference(page));
            var problem = browser().get("/api/v1/p/" + slug + "/trial/broken");
            assertThat(problem.statusCode()).isEqualTo(500);
            assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(problem.body()).contains("\"reference\":\"").doesNotContain("Ana");
            assertThat(log.text())
                    .contains(reference(page), reference(problem), "java.lang.IllegalStateException")
                    .contains("route=\"/p/{slug}/trial/broken\"", "status=\"500\"")
                    .doesNotContain("Ana", slug);
        }
    }

    @Test
    void what_is_not_there_is_a_page_for_people_and_a_problem_for_programs() {
        var slug = practices.open("America/New_York").slug();
        for (var path : List.of(
                "/p/" + slug + "/trial/absent", "/p/" + slug + "/nowhere", "/p/no-such/today", "/demo/mailbox", "/x")) {
            var page = browser().get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.body()).contains("This page is not here");
        }
        for (var path : List.of("/api/v1/p/" + slug + "/nowhere", "/api/v1/p/no-such/services", "/api/x")) {
            var problem = browser().get(path);
            assertThat(problem.statusCode()).as(path).isEqualTo(404);
            assertThat(problem.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @Test
    void a_body_that_cannot_be_read_says_where() {
        var path = "/api/v1/p/" + practices.open("America/New_York").slug() + "/trial";
        var json = "application/json";
        assertThat(browser().post(path, json, "{\"count\": 2}").body()).isEqualTo("{\"count\":2}");
        var malformed = browser().post(path, json, "{\"count\":\n tru}");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.body()).contains("The body is not valid JSON: line 2");
        var wrong = browser().post(path, json, "{\"nested\": {\"sizes\": [1, \"Ana\"]}}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("Member 'nested.sizes[1]' is not of the right kind")
                .doesNotContain("Ana");
        assertThat(browser().post(path, json, "").statusCode()).isEqualTo(400);
        assertThat(browser().post(path, "text/plain", "x").statusCode()).isEqualTo(415);
        assertThat(browser().get(path).statusCode()).isEqualTo(405);
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_and_without_its_length() {
        var path = "/api/v1/p/" + practices.open("America/New_York").slug() + "/trial";
        var large = "{\"text\":\"" + "x".repeat(300_000) + "\"}";
        assertThat(browser().post(path, "application/json", large).statusCode()).isEqualTo(413);
        var chunked = java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(large.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(browser().post(path, "application/json", chunked).statusCode())
                .isEqualTo(413);
    }

    @Test
    void the_language_is_what_was_chosen_and_is_kept() {
        var path = "/p/" + practices.open("America/New_York").slug() + "/trial/plain";
        assertThat(browser().get(path).body()).contains("lang=\"en\"");
        assertThat(browser()
                        .get(path, Map.of("Accept-Language", "fr, es;q=0.5"))
                        .body())
                .contains("<html lang=\"es\"");
        var chosen = browser().get(path + "?lang=es&x=1");
        assertThat(chosen.body()).contains("<html lang=\"es\"").contains("x=1&amp;lang=en");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("lang=es; Path=/; Max-Age=31536000");
        assertThat(browser()
                        .get(path, Map.of("Cookie", "lang=es", "Accept-Language", "en"))
                        .body())
                .contains("<html lang=\"es\"");
        assertThat(browser().get(path + "?lang=xx").body()).contains("<html lang=\"en\"");
    }

    @Test
    void pages_carry_what_the_layout_reads() {
        var practice = practices.open("America/New_York");
        assertThat(browser().get("/p/" + practice.slug() + "/trial/plain").body())
                .contains("Test practice", "href=\"/p/" + practice.slug() + "\"")
                .contains("Español")
                .doesNotContain("np-demo", "np-signed-in\"");
    }
}
