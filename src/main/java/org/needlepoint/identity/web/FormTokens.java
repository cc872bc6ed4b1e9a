package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The form token's cookie.
final class FormTokens {
    static final String COOKIE = "np-csrf";

    private FormTokens() {}

    /// Forgets the form token, so that one planted before signing in is worth nothing after it.
    static void renew(HttpServletRequest request, HttpServletResponse response) {
        var gone = ResponseCookie.from(COOKIE, "")
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(0)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, gone.toString());
    }
}
