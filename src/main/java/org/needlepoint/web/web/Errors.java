package org.needlepoint.web.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what failed or was refused before any controller: unknown practices, routes and methods, faults of filters.
@Controller
class Errors implements ErrorController {
    private final ErrorAnswers answers;
    private final Failures failures;

    Errors(ErrorAnswers answers, Failures failures) {
        this.answers = answers;
        this.failures = failures;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
            return failures.answer(request, path, failure);
        }
        return answers.answer(request, path, status(request), null);
    }

    private static HttpStatus status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) {
            var known = HttpStatus.resolve(code);
            return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        }
        return HttpStatus.NOT_FOUND;
    }
}
