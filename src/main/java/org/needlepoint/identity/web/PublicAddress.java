package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The address that people type: from `needlepoint.public-url`, never from a request's Host header.
@Component
class PublicAddress {
    private final String configured;

    PublicAddress(Environment environment) {
        var url = environment.getProperty("needlepoint.public-url", "").strip();
        this.configured = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /// Scheme, host and port, such as `https://clinic.example`; on a machine of its own `http://localhost:8080`.
    String origin(HttpServletRequest request) {
        if (configured.isEmpty()) {
            return "http://localhost:" + request.getLocalPort();
        }
        var uri = URI.create(configured);
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }

    String host(HttpServletRequest request) {
        return URI.create(origin(request)).getHost();
    }

    boolean isHttps() {
        return configured.startsWith("https:");
    }

    /// Whether browsers reach the application by HTTPS only.
    boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || isHttps();
    }
}
