package org.needlepoint.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.RouteTable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Puts the security headers on every answer, before anything can fail: error pages and unknown practices have them
/// too.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders extends OncePerRequestFilter {
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "manifest-src 'self'");
    private static final String PERMISSIONS = String.join(
            ", ",
            "camera=()",
            "display-capture=()",
            "geolocation=()",
            "microphone=()",
            "payment=()",
            "usb=()",
            "publickey-credentials-create=(self)",
            "publickey-credentials-get=(self)");

    private final RouteTable table;
    private final PublicAddress address;

    SecurityHeaders(RouteTable table, PublicAddress address) {
        this.table = table;
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (address.isSecure(request)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        caching(request, response);
        chain.doFilter(request, response);
    }

    private void caching(HttpServletRequest request, HttpServletResponse response) {
        var answer = FoundRoute.of(table, request);
        boolean asset = false;
        boolean site = false;
        if (answer instanceof RouteTable.Answer.Listed(var route)) {
            asset = route.access() instanceof Route.Access.Asset;
            site = route.access() instanceof Route.Access.Site;
        }
        if (!asset) {
            response.setHeader("Cache-Control", site ? "no-cache" : "no-store");
        }
        if (!asset && !site) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
    }
}
