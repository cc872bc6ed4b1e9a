package org.needlepoint.frontdoor.settings.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// What the forms of the settings have in common.
@Component
class FormPage {
    private final MessageSource messages;

    FormPage(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /// A page with a form as it is filled in, and what is wrong with it; then the answer is 422.
    ModelAndView of(String view, Map<String, String> typed, List<Fields.Problem> problems, Locale locale) {
        var errors = problems.stream()
                .map(problem -> new FieldProblem(
                        problem.field(),
                        say(problem.key(), locale, problem.arguments().toArray())))
                .toList();
        var errorOf = new LinkedHashMap<String, String>();
        errors.forEach(error -> errorOf.putIfAbsent(error.field(), error.message()));
        var page = new ModelAndView(view);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        page.addObject("errorOf", errorOf);
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    static ModelAndView to(String path) {
        var redirect = new RedirectView(path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
