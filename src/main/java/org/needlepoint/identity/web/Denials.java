package org.needlepoint.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.RouteTable;
import org.needlepoint.identity.SignInState;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.PracticePaths;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/// Answers requests that the route table refuses: the sign-in page, the lock page, 403, 404 or 405.
@Component
class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final RouteTable table;
    private final AuditTrail audit;

    Denials(RouteTable table, AuditTrail audit) {
        this.table = table;
        this.audit = audit;
    }

    /// Nobody is signed in.
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        switch (FoundRoute.of(table, request)) {
            case RouteTable.Answer.Unlisted _ -> refuse(request, response, HttpServletResponse.SC_NOT_FOUND);
            case RouteTable.Answer.OtherMethod _ ->
                refuse(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            case RouteTable.Answer.Listed(var route) -> askToSignIn(request, response, route);
        }
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response, Route route)
            throws IOException, ServletException {
        var path = Paths.within(request);
        var slug = PracticePaths.slugIn(path);
        if (isInterface(path) || slug.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (SignInFilter.stateOf(request) instanceof SignInState.Locked) {
            request.getRequestDispatcher("/p/" + slug.get() + "/locked").forward(request, response);
            return;
        }
        boolean patientsOnly =
                route.access() instanceof Route.Access.Roles(var roles) && roles.equals(Set.of(Role.PATIENT));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                request.getContextPath() + "/p/" + slug.get() + (patientsOnly ? "/patient/sign-in" : "/sign-in")
                        + backTo(request, path));
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", response.getHeader("Location"));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static String backTo(HttpServletRequest request, String path) {
        if (!"GET".equals(request.getMethod()) || request.getHeader("HX-Request") != null) {
            return "";
        }
        var query = request.getQueryString();
        var to = query == null ? path : path + "?" + query;
        return "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /// Somebody is signed in but may not, or a form's token is missing.
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        var answer = FoundRoute.of(table, request);
        switch (answer) {
            case RouteTable.Answer.Unlisted _ -> refuse(request, response, HttpServletResponse.SC_NOT_FOUND);
            case RouteTable.Answer.OtherMethod _ ->
                refuse(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            case RouteTable.Answer.Listed(var route) -> {
                record(route);
                refuse(request, response, HttpServletResponse.SC_FORBIDDEN);
            }
        }
    }

    private void record(Route route) {
        var practice = PracticeScope.current();
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (practice.isPresent() && authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
            audit.appendDenial(
                    practice.get(),
                    AuditEntry.of(
                                    who.actor(),
                                    "requested",
                                    "route",
                                    practice.get().value())
                            .denied(route.method() + " " + route.pattern()));
        }
    }

    private static boolean isInterface(String path) {
        return path.startsWith("/api/") || path.startsWith("/fhir");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        if (!isInterface(Paths.within(request))) {
            response.sendError(status);
            return;
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write("{\"status\":%d,\"title\":\"%s\"}"
                        .formatted(status, title(status))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String title(int status) {
        return switch (status) {
            case HttpServletResponse.SC_UNAUTHORIZED -> "Sign in first";
            case HttpServletResponse.SC_NOT_FOUND -> "Nothing here";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "This address does not take that method";
            default -> "Not allowed";
        };
    }
}
