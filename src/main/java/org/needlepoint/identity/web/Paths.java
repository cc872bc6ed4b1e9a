package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/// Reads and checks paths.
final class Paths {
    private static final int LONGEST = 1000;
    private static final Pattern LOCAL = Pattern.compile("/p/[a-z0-9-]+(?:/[A-Za-z0-9._~%-]+)*/?(?:\\?[^\\s\\\\#]*)?");

    private Paths() {}

    /// The request's path within the application, as sent.
    static String within(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /// Where to go after signing in: a page of the same practice, or its first page for this person.
    static String back(String slug, String to, String otherwise) {
        boolean safe = to.length() <= LONGEST
                && to.startsWith("/p/" + slug + "/")
                && !to.contains("..")
                && LOCAL.matcher(to).matches();
        return safe ? to : otherwise;
    }
}
