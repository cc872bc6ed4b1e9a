package org.needlepoint.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What every answer of the application carries.
@IntegrationTest
class EveryAnswerIT {
    private static final Map<String, String> HEADERS = Map.of(
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " manifest-src 'self'",
            "x-content-type-options",
            "nosniff",
            "referrer-policy",
            "no-referrer",
            "cross-origin-opener-policy",
            "same-origin",
            "cross-origin-resource-policy",
            "same-origin",
            "x-robots-tag",
            "noindex",
            "cache-control",
            "no-store");

    @Autowired
    PracticeFixture practices;

    @LocalServerPort
    int port;

    @Test
    void has_the_security_headers_even_when_it_is_an_error() {
        var slug = practices.open("America/New_York").slug();
        var visitor = new Visitor(port);
        for (var path : List.of(
                "/p/" + slug + "/sign-in",
                "/p/" + slug + "/patient/sign-in",
                "/p/" + slug + "/passkeys",
                "/p/" + slug + "/no-such-page",
                "/p/no-such-practice/",
                "/p/no-such-practice/sign-in",
                "/no-such-page",
                "/api/v1/no-such-route")) {
            var answer = visitor.get(path);
            HEADERS.forEach((name, value) ->
                    assertThat(answer.header(name)).as(path + " " + name).isEqualTo(value));
            assertThat(answer.header("permissions-policy")).contains("geolocation=()");
            assertThat(answer.header("strict-transport-security")).isEmpty();
        }
    }

    @Test
    void of_the_interface_is_a_problem_in_json_when_refused() {
        var answer = new Visitor(port).get("/api/v1/no-such-route");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    }

    @Test
    void sets_no_cookie_where_the_page_has_no_form() {
        var visitor = new Visitor(port);
        assertThat(visitor.get("/p/no-such-practice/").cookiesSet()).isEmpty();
        assertThat(visitor.get("/no-such-page").cookiesSet()).isEmpty();
    }

    @Test
    void with_a_form_sets_a_cookie_that_scripts_cannot_read() {
        var slug = practices.open("America/New_York").slug();
        var cookies = new Visitor(port).get("/p/" + slug + "/sign-in").cookiesSet();
        assertThat(cookies)
                .hasSize(1)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("np-csrf=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }
}
