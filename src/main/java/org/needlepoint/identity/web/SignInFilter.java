package org.needlepoint.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.RouteTable;
import org.needlepoint.identity.SignInState;
import org.needlepoint.identity.SignIns;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns the cookie into who is acting, within the practice of the URL. A token of another practice is nobody here.
/// Where the table says that cookies do not count they are not read.
class SignInFilter extends OncePerRequestFilter {
    private static final String STATE = SignInState.class.getName();
    private static final String UNATTENDED = "X-Unattended";

    private final SignIns signIns;
    private final SignInCookie cookie;
    private final RouteTable table;

    SignInFilter(SignIns signIns, SignInCookie cookie, RouteTable table) {
        this.signIns = signIns;
        this.cookie = cookie;
        this.table = table;
    }

    /// What the filter found; `None` where it did not look.
    static SignInState stateOf(HttpServletRequest request) {
        return request.getAttribute(STATE) instanceof SignInState state ? state : new SignInState.None();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (cookiesCount(request)) {
            var state = find(request);
            request.setAttribute(STATE, state);
            if (state instanceof SignInState.Active active) {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new SignInAuthentication(active.who()));
                SecurityContextHolder.setContext(context);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean cookiesCount(HttpServletRequest request) {
        return FoundRoute.of(table, request) instanceof RouteTable.Answer.Listed(var route)
                && !(route.access() instanceof Route.Access.Api)
                && !(route.access() instanceof Route.Access.Asset);
    }

    private SignInState find(HttpServletRequest request) {
        var practice = PracticeScope.current();
        var token = cookie.read(request);
        if (practice.isEmpty() || token.isEmpty()) {
            return new SignInState.None();
        }
        return unattended(request)
                ? signIns.findUnattended(practice.get(), token.get())
                : signIns.find(practice.get(), token.get());
    }

    /// A page that follows changes by itself says so; a screen that nobody touches locks all the same.
    private static boolean unattended(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader(UNATTENDED) != null || MediaType.TEXT_EVENT_STREAM_VALUE.equals(accept);
    }
}
