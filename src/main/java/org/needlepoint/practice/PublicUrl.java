package org.needlepoint.practice;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where the world reaches this installation. Every link is made from this setting, never from a request's Host header.
@Component
public class PublicUrl {
    private final Environment environment;
    private volatile @Nullable String base;

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
        var known = base;
        return known == null ? read() : known;
    }

    /// Remembered once the port is known: asking the environment costs more than many a page.
    private String read() {
        var set = environment.getProperty("needlepoint.public-url", "");
        var port = environment.getProperty("local.server.port");
        var scheme = environment.containsProperty("server.ssl.certificate") ? "https" : "http";
        var read = set.isBlank()
                ? scheme + "://localhost:" + (port == null ? environment.getProperty("server.port", "8080") : port)
                : set.endsWith("/") ? set.substring(0, set.length() - 1) : set;
        if (!set.isBlank() || port != null) {
            base = read;
        }
        return read;
    }
}
