package org.needlepoint.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.FamiliarPatient;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every route of the application, with every role: `src/test/resources/cases/routes.csv` is the specification. A new
/// route is listed by its module's [Routes] bean and gets a line there that says who may use it and why.
@IntegrationTest
class RoutesIT {
    private static final Path CASES = Path.of("src/test/resources/cases/routes.csv");
    private static final Set<Role> STAFF =
            Set.of(Role.PRACTITIONER, Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER, Role.REFERRER, Role.OPERATOR);

    @Autowired
    ApplicationContext application;

    @Autowired
    RouteTable table;

    @Autowired
    PracticeFixture practices;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final Map<String, AccountId> known = new HashMap<>();

    /// One line of the specification.
    record Case(String method, String route, String who, String reason) {
        boolean asksForRoles() {
            return !Set.of("everyone", "site", "asset", "link", "api").contains(who);
        }

        Set<Role> roles() {
            return "staff".equals(who)
                    ? STAFF
                    : Arrays.stream(who.split(" ")).map(Role::of).collect(Collectors.toSet());
        }
    }

    private static List<Case> cases() throws IOException {
        return Files.readAllLines(CASES).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", 4))
                .map(cell -> new Case(cell[0].strip(), cell[1].strip(), cell[2].strip(), cell[3].strip()))
                .toList();
    }

    private static String who(Route route) {
        return switch (route.access()) {
            case Route.Access.Site _ -> "site";
            case Route.Access.Asset _ -> "asset";
            case Route.Access.Everyone _ -> "everyone";
            case Route.Access.SignedLink _ -> "link";
            case Route.Access.Api _ -> "api";
            case Route.Access.Roles(var roles) ->
                roles.equals(STAFF)
                        ? "staff"
                        : roles.stream().map(Role::code).sorted().collect(Collectors.joining(" "));
        };
    }

    @Test
    void are_all_in_the_case_table_and_the_case_table_is_the_route_table() throws IOException {
        var specified = cases().stream()
                .map(line -> line.method() + " " + line.route() + " " + sorted(line.who()))
                .toList();
        var listed = table.routes().stream()
                .map(route -> route.method() + " " + route.pattern() + " " + who(route))
                .toList();
        assertThat(listed)
                .as("say in %s who may use the route, and why", CASES)
                .containsExactlyInAnyOrderElementsOf(specified);
        assertThat(cases())
                .allSatisfy(line -> assertThat(line.reason())
                        .as("the reason of " + line.route())
                        .isNotBlank());
    }

    private static String sorted(String who) {
        return Arrays.stream(who.split(" ")).sorted().collect(Collectors.joining(" "));
    }

    @Test
    void that_a_controller_serves_are_all_listed() {
        var unlisted = new TreeSet<String>();
        application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, _) -> {
                    var methods = info.getMethodsCondition().getMethods();
                    for (var pattern : info.getPatternValues()) {
                        if ("/error".equals(pattern)) {
                            continue; // the container forwards there; a direct request finds nothing
                        }
                        if (methods.isEmpty()
                                && table.routes().stream()
                                        .noneMatch(r -> r.pattern().equals(pattern))) {
                            unlisted.add("any " + pattern);
                        }
                        methods.stream()
                                .filter(method -> table.routes().stream()
                                        .noneMatch(r -> r.pattern().equals(pattern)
                                                && r.method().name().equals(method.name())))
                                .forEach(method -> unlisted.add(method + " " + pattern));
                    }
                }));
        assertThat(unlisted)
                .as("list these in a Routes bean of their module; until then nobody can reach them")
                .isEmpty();
    }

    @Test
    void let_in_exactly_those_whom_the_case_table_names() throws IOException {
        var practice = practices.open("America/New_York");
        var other = practices.open("America/New_York");
        var wrong = new ArrayList<String>();
        for (var line : cases()) {
            check(line, practice, "nobody", null, new Visitor(port), wrong);
            for (var role : STAFF) {
                check(line, practice, role.code(), role, as(practice, role), wrong);
            }
            check(line, practice, "a patient", Role.PATIENT, asPatient(practice), wrong);
            check(line, practice, "the owner of another practice", null, as(other, Role.OWNER), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    /// A fresh sign-in for each request: some routes end it.
    private Visitor as(PracticeFixture.Opened practice, Role role) {
        var account = known.computeIfAbsent(
                practice.slug() + role,
                _ -> Staff.open(practices, accounts, practice.id(), role).id());
        return new Visitor(port)
                .with("np", practices.in(practice.id(), () -> signIns.startStaff(practice.id(), account)));
    }

    private Visitor asPatient(PracticeFixture.Opened practice) {
        return new Visitor(port)
                .with("np", practices.in(practice.id(), () -> signIns.startPatient(practice.id(), FamiliarPatient.ID)));
    }

    private static void check(
            Case line,
            PracticeFixture.Opened practice,
            String who,
            @Nullable Role role,
            Visitor visitor,
            List<String> wrong) {
        var path = line.route()
                .replace("{slug}", practice.slug())
                .replace("{id}", Uuid7.next().toString())
                .replaceAll("\\{[^}]+}", "x")
                .replace("/**", "/x");
        var answer = "GET".equals(line.method())
                ? visitor.get(path)
                : visitor.send(line.method(), path, contentType(line), "{}");
        boolean expected = !line.asksForRoles() || (role != null && line.roles().contains(role));
        boolean letIn = !isDenial(answer, line);
        if (expected != letIn || answer.status() >= 500) {
            wrong.add("%s %s as %s: expected to be %s, was %d %s"
                    .formatted(
                            line.method(),
                            line.route(),
                            who,
                            expected ? "let in" : "refused",
                            answer.status(),
                            answer.location()));
        }
        if (!expected && role != null && answer.status() != 403) {
            wrong.add("%s %s as %s: refused with %d in place of 403"
                    .formatted(line.method(), line.route(), who, answer.status()));
        }
    }

    private static String contentType(Case line) {
        return line.route().startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
    }

    private static boolean isDenial(Visitor.Answer answer, Case line) {
        boolean sentToSignIn = line.asksForRoles() && answer.location().contains("/sign-in");
        return sentToSignIn || Set.of(401, 403, 405, 423).contains(answer.status());
    }

    @Test
    void that_nobody_lists_do_not_exist_for_anybody() {
        var practice = practices.open("America/New_York");
        for (var visitor : List.of(new Visitor(port), as(practice, Role.OWNER))) {
            assertThat(visitor.get("/p/" + practice.slug() + "/no-such-page").status())
                    .isEqualTo(404);
            assertThat(visitor.get("/actuator/env").status()).isEqualTo(404);
            assertThat(visitor.send("PUT", "/p/" + practice.slug() + "/sign-in", "text/plain", "")
                            .status())
                    .isEqualTo(405);
        }
    }

    @Test
    void that_are_refused_to_somebody_are_on_record() {
        var practice = practices.open("America/New_York");
        var refused = asPatient(practice).get("/p/" + practice.slug() + "/passkeys");
        assertThat(refused.status()).isEqualTo(403);
        var reasons = practices.in(
                practice.id(),
                () -> jdbc.sql("select reason from audit.entry where practice_id = :practice and outcome = 'denied'")
                        .param("practice", practice.id().value())
                        .query(String.class)
                        .list());
        assertThat(reasons).containsExactly("GET /p/{slug}/passkeys");
    }
}
