package org.needlepoint.practice;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where a practice's slug stands in a URL: `/p/{slug}/...` for pages, `/api/v1/p/{slug}/...` for the public interface.
public final class PracticePaths {
    private static final Pattern SLUG = Pattern.compile("^(?:/api/v1)?/p/([^/]+)(?:/.*)?$");

    private PracticePaths() {}

    /// The slug in a path, as written; empty when the path belongs to no practice.
    public static Optional<String> slugIn(String path) {
        var matcher = SLUG.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
