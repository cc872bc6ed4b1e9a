package org.needlepoint.web.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import org.needlepoint.identity.RouteTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every request a reference that people can read out on the telephone, and logs one line when it ends:
/// method, route pattern, status, duration, practice. Paths and queries are not logged: they may carry a link's
/// token.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLog extends OncePerRequestFilter {
    static final String REFERENCE = "org.needlepoint.reference";
    static final String PRACTICE = "org.needlepoint.practice";

    private static final Logger LOG = LoggerFactory.getLogger("org.needlepoint.requests");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Without letters that are taken for one another (Crockford).
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final RouteTable routes;

    RequestLog(RouteTable routes) {
        this.routes = routes;
    }

    /// The request's reference, such as `7K2M-9XQ4`.
    static String referenceOf(HttpServletRequest request) {
        return request.getAttribute(REFERENCE) instanceof String reference ? reference : newReference();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var reference = newReference();
        request.setAttribute(REFERENCE, reference);
        response.setHeader("X-Request-Id", reference);
        long start = System.nanoTime();
        boolean failed = true;
        try (var _ = MDC.putCloseable("request", reference)) {
            try {
                chain.doFilter(request, response);
                failed = false;
            } finally {
                log(request, failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus(), start);
            }
        }
    }

    private void log(HttpServletRequest request, int status, long start) {
        var practice = request.getAttribute(PRACTICE);
        LOG.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("route", routeOf(request))
                .addKeyValue("status", status)
                .addKeyValue("ms", (System.nanoTime() - start) / 1_000_000)
                .addKeyValue("practice", practice == null ? "-" : practice)
                .log("request");
    }

    private String routeOf(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return routes.find(request.getMethod(), path) instanceof RouteTable.Answer.Listed(var route)
                ? route.pattern()
                : "unlisted";
    }

    private static String newReference() {
        var reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            reference.append(i == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }
}
