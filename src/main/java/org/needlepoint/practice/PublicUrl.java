package org.needlepoint.practice;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where the world reaches this installation. Every link is made from this setting, never from a request's Host header.
@Component
public class PublicUrl {
    private final Environment environment;

    PublicUrl(Environment environment) {
        this.environment = environment;
    }

    /// The whole address of a path.
    ///
    /// @param path begins with a slash
    public String of(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must begin with a slash, was " + path);
        }
        return base() + path;
    }

    /// The address without a slash at its end: `needlepoint.public-url`, or this machine's own.
    public String base() {
        var set = environment.getProperty("needlepoint.public-url", "");
        if (set.isBlank()) {
            var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
            var scheme = environment.containsProperty("server.ssl.certificate") ? "https" : "http";
            return scheme + "://localhost:" + port;
        }
        return set.endsWith("/") ? set.substring(0, set.length() - 1) : set;
    }
}
