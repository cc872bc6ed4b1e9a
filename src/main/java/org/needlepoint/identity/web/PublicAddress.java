package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.needlepoint.practice.PublicUrl;
import org.springframework.stereotype.Component;

/// Whether people reach the application by HTTPS: what cookies and headers depend on.
@Component
class PublicAddress {
    private final PublicUrl url;

    PublicAddress(PublicUrl url) {
        this.url = url;
    }

    boolean isHttps() {
        return url.base().startsWith("https:");
    }

    boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || isHttps();
    }
}
