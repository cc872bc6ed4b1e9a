package org.needlepoint.identity.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.needlepoint.practice.Practice;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Makes the answers of the sign-in pages.
final class Page {
    private Page() {}

    static ModelAndView of(String template, Practice practice, Map<String, ?> model) {
        var page = new ModelAndView("identity/" + template, model);
        page.addObject("slug", practice.slug());
        page.addObject("practiceName", practice.name());
        return page;
    }

    /// The same page again, with what is wrong.
    static ModelAndView again(String template, Practice practice, Map<String, ?> model, FormError... errors) {
        var page = of(template, practice, model);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("errors", List.of(errors));
        page.addObject(
                "errorOf", List.of(errors).stream().collect(Collectors.toMap(FormError::field, FormError::message)));
        return page;
    }

    static ModelAndView to(String path) {
        var view = new RedirectView(path, true);
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    /// Seconds below a minute, else minutes, rounded up.
    static Delay delay(Duration delay) {
        long seconds = Math.max(1, (delay.toMillis() + 999) / 1000);
        return seconds < 60
                ? new Delay("identity.wait.seconds", seconds)
                : new Delay("identity.wait.minutes", (seconds + 59) / 60);
    }

    /// How long to wait, as a message's key and its number.
    record Delay(String key, long number) {}
}
