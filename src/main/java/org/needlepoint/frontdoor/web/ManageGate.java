package org.needlepoint.frontdoor.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.BookedVisits.Found;
import org.needlepoint.patients.LinkGate;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// What stands before a visit's pages: the link, and before most changes the birth date (rule P3).
@Component
class ManageGate {
    private final BookedVisits visits;
    private final LinkGate gate;
    private final ManageModel model;

    ManageGate(BookedVisits visits, LinkGate gate, ManageModel model) {
        this.visits = visits;
        this.gate = gate;
        this.model = model;
    }

    /// Goes on with the visit that the link leads to.
    ModelAndView withVisit(Practice practice, String token, Locale locale, Function<Appointment, ModelAndView> then) {
        return switch (visits.find(practice.id(), token)) {
            case Found.Visit(var visit) -> then.apply(visit);
            case Found.Expired _ -> model.deadLink(practice, "frontdoor.link.expired", HttpStatus.GONE, locale);
            case Found.Unknown _ -> model.deadLink(practice, "frontdoor.link.unknown", HttpStatus.NOT_FOUND, locale);
        };
    }

    /// Goes on only when the visit can be changed and the form carries the right birth date.
    ModelAndView checked(
            Practice practice,
            String token,
            MultiValueMap<String, String> form,
            Locale locale,
            BiFunction<Appointment, BookForm.Typed, ModelAndView> then) {
        return withVisit(practice, token, locale, visit -> {
            var typed = BookForm.Typed.of(form);
            if (!model.changeable(visit)) {
                return model.closed(practice, visit, token, null, locale);
            }
            var birthDate = date(typed.isoBirthDate());
            if (birthDate == null) {
                return model.refused(practice, visit, token, typed, "frontdoor.manage.missing", locale);
            }
            return switch (gate.answer(
                    practice.id(), visit.patient(), visit.id().value(), birthDate)) {
                case RIGHT -> then.apply(visit, typed);
                case WRONG -> model.refused(practice, visit, token, typed, "frontdoor.manage.wrong", locale);
                case LOCKED -> {
                    var page = model.closed(practice, visit, token, null, locale);
                    page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                    yield page;
                }
            };
        });
    }

    /// Back to the visit's page.
    ///
    /// @param done what was done, as [ManageModel] reads it; empty for nothing to say
    static ModelAndView back(Practice practice, String token, String done) {
        var redirect = new RedirectView(
                "/p/" + practice.slug() + "/manage/" + token + (done.isEmpty() ? "" : "?done=" + done));
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    static ModelAndView conflict(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /// The version that a form carries; a form without one is taken as read now.
    static int version(MultiValueMap<String, String> form, Appointment visit) {
        try {
            return Integer.parseInt(String.valueOf(form.getFirst("version")));
        } catch (NumberFormatException e) {
            return visit.version();
        }
    }

    static @Nullable LocalDate date(@Nullable String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
