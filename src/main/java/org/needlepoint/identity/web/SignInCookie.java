package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The cookie that carries a sign-in's token, for one practice's pages only.
@Component
class SignInCookie {
    static final String NAME = "np";
    private static final int TOKEN_LENGTH = 43;

    private final PublicAddress address;

    SignInCookie(PublicAddress address) {
        this.address = address;
    }

    Optional<String> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> NAME.equals(cookie.getName())
                                && cookie.getValue().length() == TOKEN_LENGTH)
                        .map(cookie -> cookie.getValue())
                        .findFirst();
    }

    /// Ends with the browser's own session, and on the server after twelve hours at the latest.
    void write(HttpServletRequest request, HttpServletResponse response, String slug, String token) {
        add(response, base(request, slug, token).build());
    }

    void clear(HttpServletRequest request, HttpServletResponse response, String slug) {
        add(response, base(request, slug, "").maxAge(Duration.ZERO).build());
    }

    private ResponseCookie.ResponseCookieBuilder base(HttpServletRequest request, String slug, String value) {
        return ResponseCookie.from(NAME, value)
                .path("/p/" + slug)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(mustBeSecure(request));
    }

    /// Always, but for a browser on the same machine that came without TLS: there is no network in between.
    boolean mustBeSecure(HttpServletRequest request) {
        return address.isSecure(request) || !isLoopback(request.getRemoteAddr());
    }

    private static boolean isLoopback(String numeric) {
        try {
            return InetAddress.getByName(numeric).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
