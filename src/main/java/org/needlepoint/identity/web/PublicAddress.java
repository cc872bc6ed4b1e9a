package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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
        return "https".equals(URI.create(url.base()).getScheme());
    }

    boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || isHttps();
    }
}
