package org.needlepoint.aftercare.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.aftercare.Concern;
import org.needlepoint.aftercare.ConcernId;
import org.needlepoint.aftercare.Concerns;
import org.needlepoint.aftercare.Concerns.Acting;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The worklist of answers that mean danger.
@Controller
@RequestMapping("/p/{slug}/concerns")
class ConcernPages {
    private final Concerns concerns;
    private final ConcernWords words;
    private final MessageSource messages;

    ConcernPages(Concerns concerns, ConcernWords words, MessageSource messages) {
        this.concerns = concerns;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView list(
            Practice practice, @RequestParam(required = false) @Nullable String done, SignedIn who, Locale locale) {
        return page(practice, who, "gone".equals(done), locale);
    }

    private ModelAndView page(Practice practice, SignedIn who, boolean gone, Locale locale) {
        var page = new ModelAndView("aftercare/concerns");
        var worklist = concerns.look(practice.id(), who.actor());
        page.addObject("open", lines(practice, worklist.open(), locale));
        page.addObject("closed", lines(practice, worklist.closed(), locale));
        page.addObject("mayClose", who.isAny(Role.PRACTITIONER, Role.SUPERVISOR, Role.OWNER));
        page.addObject("gone", gone);
        page.addObject("errors", List.of());
        page.addObject("refused", "");
        page.addObject("error", null);
        return page;
    }

    private List<ConcernWords.Line> lines(Practice practice, List<Concern> concerns, Locale locale) {
        return concerns.stream()
                .map(concern -> words.line(practice, concern, locale))
                .toList();
    }

    @PostMapping("/{id}/taking")
    ModelAndView take(Practice practice, @PathVariable UUID id, SignedIn who, Locale locale) {
        var acting = concerns.take(practice.id(), new ConcernId(id), who.id());
        return answer(practice, id, who, acting, locale);
    }

    @PostMapping("/{id}/notes")
    ModelAndView note(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            SignedIn who,
            Locale locale) {
        var acting = concerns.note(practice.id(), new ConcernId(id), shortened(words), who.id());
        return answer(practice, id, who, acting, locale);
    }

    @PostMapping("/{id}/closing")
    ModelAndView close(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            SignedIn who,
            Locale locale) {
        var acting = concerns.close(practice.id(), new ConcernId(id), shortened(words), who.id());
        return answer(practice, id, who, acting, locale);
    }

    /// The box takes 2000 characters; what a program sends beyond is cut off.
    private static String shortened(String words) {
        return words.length() > 2000 ? words.substring(0, 2000) : words;
    }

    private ModelAndView answer(Practice practice, UUID id, SignedIn who, Acting acting, Locale locale) {
        return switch (acting) {
            case DONE -> seeOther("/p/" + practice.slug() + "/concerns#c-" + id);
            case NOT_ANY_MORE -> seeOther("/p/" + practice.slug() + "/concerns?done=gone");
            case NO_WORDS -> {
                var page = page(practice, who, false, locale);
                var message = messages.getMessage("aftercare.concern.words.error", null, locale);
                page.addObject("errors", List.of(new FieldProblem("words-" + id, message)));
                page.addObject("refused", id.toString());
                page.addObject("error", message);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    private static ModelAndView seeOther(String path) {
        var redirect = new RedirectView(path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
