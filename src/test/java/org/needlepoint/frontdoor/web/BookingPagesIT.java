package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/// The public pages with input that nobody hopes for. Named after the rules they keep.
@IntegrationTest
@ActiveProfiles("demo")
class BookingPagesIT {
    @LocalServerPort
    int port;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    @BeforeEach
    void takeAFormToken() {
        token = first(get("/p/lakeview/book").body(), "name=\"_csrf\" value=\"([^\"]*)\"");
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    private HttpResponse<String> post(String path, String... fields) {
        var body = new ArrayList<String>(List.of("_csrf=" + encoded(token)));
        for (int i = 0; i < fields.length; i += 2) {
            body.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body))));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String first(String page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
        return matcher.group(1);
    }

    private String service() {
        return first(get("/p/lakeview/book").body(), "name=\"service\" value=\"([^\"]*)\"");
    }

    private String[] held(String service) {
        var times = post("/p/lakeview/book/times", "service", service).body();
        var opening = first(times, "name=\"opening\" value=\"([^\"]*)\"");
        var details = post("/p/lakeview/book/hold", "service", service, "opening", opening);
        assertThat(details.statusCode()).isEqualTo(200);
        return new String[] {opening, first(details.body(), "name=\"hold\" value=\"([^\"]*)\"")};
    }

    private HttpResponse<String> details(String service, String[] held, String name, String year) {
        return post(
                "/p/lakeview/book/details",
                "service",
                service,
                "opening",
                held[0],
                "hold",
                held[1],
                "name",
                name,
                "birthDate-year",
                year,
                "birthDate-month",
                "3",
                "birthDate-day",
                "4",
                "phone",
                "773 555 0144");
    }

    @Test
    void c2_an_emergency_answer_stands_alone_and_is_never_booked_over() {
        var drawing = new String[] {
            "mark", "chest-upper:M", "intensity-chest-upper-M", "8", "answer-chest-tight-sweaty", "yes"
        };
        assertThat(post("/p/lakeview/pain/result", drawing).body())
                .contains("Call 911 now")
                .doesNotContain("Book with this", "clinically reviewed");
        assertThat(post("/p/lakeview/book", drawing).body())
                .contains("Call 911 now")
                .doesNotContain("name=\"service\"");
    }

    @Test
    void c2_at_most_five_questions_are_asked() {
        var page = post("/p/lakeview/pain/questions", "mark", "lumbar:R", "mark", "temple:L", "mark", "calf:R");
        assertThat(page.body().split("value=\"unsure\"", -1).length - 1).isBetween(1, 5);
    }

    @Test
    void c10_patients_see_no_percentages() {
        assertThat(post("/p/lakeview/pain/result", "mark", "suprascapular:R").body())
                .contains("By the alphabet")
                .doesNotContain("%<", "robability");
    }

    @Test
    void an_unknown_zone_is_refused_with_what_to_do() {
        var answer = post("/p/lakeview/pain/questions", "mark", "nowhere:R");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("not on our map");
    }

    @Test
    void what_was_typed_is_kept_and_a_name_that_is_html_stays_text() {
        var service = service();
        var answer = details(service, held(service), "<script>alert(1)</script> 🙂", "2999");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; 🙂")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_name_of_ten_thousand_characters_is_refused_kindly() {
        var service = service();
        assertThat(details(service, held(service), "x".repeat(10_000), "1988").statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_same_form_twice_books_once() {
        var service = service();
        var held = held(service);
        var once = details(service, held, "Twice Sent", "1988");
        var again = details(service, held, "Twice Sent", "1988");
        assertThat(once.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(once.headers().firstValue("Location"));
    }

    @Test
    void p3_a_forwarded_link_shows_time_and_place_only_and_takes_five_tries() {
        var service = service();
        var booked = details(service, held(service), "Fiona Forward", "1988");
        var token = first(booked.headers().firstValue("Location").orElseThrow(), "/booked/(.*)$");
        var page = get("/p/lakeview/manage/" + token);
        assertThat(page.body()).contains("3120 North Fern Avenue").doesNotContain("Fiona", "First visit", "1988");
        for (int tries = 1; tries < 5; tries++) {
            assertThat(tried(token, "1987").statusCode()).isEqualTo(422);
        }
        assertThat(tried(token, "1987").statusCode()).isEqualTo(429);
        assertThat(tried(token, "1988").body()).contains("Too many tries");
    }

    private HttpResponse<String> tried(String link, String year) {
        return post("/p/lakeview/manage/" + link, "birthDate-year", year, "birthDate-month", "3", "birthDate-day", "4");
    }

    @Test
    void p1_the_calendar_file_names_the_practice_and_no_service() {
        var service = service();
        var booked = details(service, held(service), "Carla Calendar", "1988");
        var token = first(booked.headers().firstValue("Location").orElseThrow(), "/booked/(.*)$");
        var file = get("/p/lakeview/manage/" + token + "/appointment.ics");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(file.body())
                .contains("SUMMARY:Appointment with Lakeview", "TZID:America/Chicago")
                .doesNotContain("First visit", "Carla");
    }

    @Test
    void a_link_of_another_practice_or_none_does_not_work_but_shows_the_emergency_line() {
        var answer = get("/p/lakeview/manage/" + "A".repeat(60));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This link does not work", "Emergency?");
    }

    @Test
    void a_service_of_another_practice_is_not_booked() {
        var foreign = first(get("/p/harbor-needling/book").body(), "name=\"service\" value=\"([^\"]*)\"");
        assertThat(post("/p/lakeview/book/times", "service", foreign).body())
                .contains("What would you like to book?")
                .doesNotContain(foreign, "np-glance");
    }
}
