package org.needlepoint.web.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Words an error: a page for people, `application/problem+json` for programs. Needs no database.
@Component
class ErrorAnswers {
    private static final Set<Integer> PAGES = Set.of(400, 403, 404, 409, 410, 422, 429, 500, 503);

    private final Languages languages;

    ErrorAnswers(Languages languages) {
        this.languages = languages;
    }

    /// Whether a path belongs to programs.
    static boolean isInterface(String path) {
        return path.startsWith("/api/") || path.startsWith("/fhir") || path.startsWith("/actuator/");
    }

    /// The answer, as a controller may return it.
    ///
    /// @param path   as the client asked for it
    /// @param detail for programs, in English; null for the status's own words
    Object answer(HttpServletRequest request, String path, HttpStatus status, @Nullable String detail) {
        var reference = status.is5xxServerError() ? RequestLog.referenceOf(request) : null;
        return isInterface(path) ? problem(status, detail, reference) : page(request, status, reference);
    }

    private static Object problem(HttpStatus status, @Nullable String detail, @Nullable String reference) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("about:blank"));
        problem.setDetail(detail == null ? status.getReasonPhrase() : detail);
        if (reference != null) {
            problem.setProperty("reference", reference);
        }
        return Problems.answer(problem);
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, @Nullable String reference) {
        var name = PAGES.contains(status.value()) ? status.value() : status.is5xxServerError() ? 500 : 400;
        var page = new ModelAndView("error/" + name, status);
        page.addObject("languageLinks", languages.links(request));
        if (reference != null) {
            page.addObject("reference", reference);
        }
        return page;
    }
}
