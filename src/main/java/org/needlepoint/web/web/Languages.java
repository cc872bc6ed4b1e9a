package org.needlepoint.web.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.practice.PublicUrl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/// English or Spanish: what `?lang=` says, else what it said before (a cookie), else the browser's first of the two.
@Component("localeResolver")
class Languages implements LocaleResolver {
    private static final String CHOICE = "lang";
    private static final int YEAR_SECONDS = 31_536_000;
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private final PublicUrl url;

    /// A link to the same page in a language.
    public record Link(String tag, String label, String href, boolean current) {}

    Languages(PublicUrl url) {
        this.url = url;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request).or(() -> remembered(request)).orElseGet(() -> preferred(request));
    }

    /// Keeps what `?lang=` asks for.
    void remember(HttpServletRequest request, HttpServletResponse response) {
        asked(request)
                .ifPresent(locale -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(CHOICE, locale.getLanguage())
                                .path("/")
                                .maxAge(YEAR_SECONDS)
                                .sameSite("Lax")
                                .httpOnly(true)
                                .secure(request.isSecure() || url.base().startsWith("https:"))
                                .build()
                                .toString()));
    }

    /// The language switch of a page. A page that answered a form links to itself without what was typed.
    List<Link> links(HttpServletRequest request) {
        var current = resolveLocale(request);
        return List.of(link(request, Locale.ENGLISH, "English", current), link(request, SPANISH, "Español", current));
    }

    private static Link link(HttpServletRequest request, Locale locale, String label, Locale current) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed instanceof String uri ? uri : request.getRequestURI();
        var query = failed == null && "GET".equals(request.getMethod()) ? request.getQueryString() : null;
        var href = UriComponentsBuilder.fromPath(path)
                .query(query == null ? "" : query)
                .replaceQueryParam(CHOICE, locale.getLanguage())
                .build(true)
                .toUriString();
        return new Link(locale.getLanguage(), label, href, locale.equals(current));
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) ? known(request.getParameter(CHOICE)) : Optional.empty();
    }

    private static Optional<Locale> remembered(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> CHOICE.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .flatMap(value -> known(value).stream())
                        .findFirst();
    }

    private static Locale preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> known(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> known(@Nullable String tag) {
        return switch (tag) {
            case "en" -> Optional.of(Locale.ENGLISH);
            case "es" -> Optional.of(SPANISH);
            case null, default -> Optional.empty();
        };
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen by ?lang=");
    }
}
