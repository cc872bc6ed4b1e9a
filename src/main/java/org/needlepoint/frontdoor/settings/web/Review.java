package org.needlepoint.frontdoor.settings.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.hours.ReviseHours.By;
import org.needlepoint.scheduling.hours.Seen;
import org.needlepoint.scheduling.hours.VisitChoice;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The step between a change of hours and its saving: every visit that would no longer fit, with what to do about it.
@Component
class Review {
    private static final String VISIT = "visit-";
    private static final String OTHERS = "others";

    /// The field with the hours that a form was filled in over.
    static final String SEEN = "seen";

    private final FormPage form;
    private final VisitRows rows;

    Review(FormPage form, VisitRows rows) {
        this.form = form;
        this.rows = rows;
    }

    /// What is being saved.
    ///
    /// @param action where the form goes again, below the practice
    /// @param back   the page that it came from, below the practice
    /// @param what   the change in one sentence
    record Change(String action, String back, String what) {}

    /// A field that is carried along.
    record Hidden(String name, String value) {}

    /// What was chosen on the page so far.
    static By by(SignedIn who, Map<String, String> typed) {
        var choices = new HashMap<AppointmentId, VisitChoice>();
        typed.forEach((name, value) -> {
            if (name.startsWith(VISIT)) {
                Fields.id(name.substring(VISIT.length()))
                        .ifPresent(id -> choice(value).ifPresent(it -> choices.put(new AppointmentId(id), it)));
            }
        });
        var seen = typed.get(SEEN);
        return new By(
                who.actor(),
                seen == null ? null : new Seen(seen),
                choices,
                choice(typed.getOrDefault(OTHERS, "")).orElse(null));
    }

    private static Optional<VisitChoice> choice(String code) {
        try {
            return Optional.of(VisitChoice.of(code));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The page. It answers 422: nothing is saved before each visit has its choice.
    ModelAndView page(
            Practice practice, List<Appointment> visits, Change change, Map<String, String> typed, Locale locale) {
        var problems = new ArrayList<Fields.Problem>();
        boolean sentBefore = typed.containsKey("reviewed");
        for (var visit : visits) {
            if (sentBefore && !typed.containsKey(VISIT + visit.id())) {
                problems.add(Fields.Problem.of(VISIT + visit.id(), "hours.review.missing"));
            }
        }
        var page = form.of("settings/review", typed, problems, locale);
        page.setStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("rows", rows.of(practice, visits, locale));
        page.addObject("action", "/p/" + practice.slug() + change.action());
        page.addObject("back", "/p/" + practice.slug() + change.back());
        page.addObject("what", change.what());
        page.addObject("hidden", hidden(typed));
        page.addObject(
                "choices",
                List.of(VisitChoice.values()).stream().map(VisitChoice::code).toList());
        return page;
    }

    private static List<Hidden> hidden(Map<String, String> typed) {
        return typed.entrySet().stream()
                .filter(field -> !field.getKey().startsWith(VISIT)
                        && !field.getKey().equals(OTHERS)
                        && !field.getKey().equals("reviewed")
                        && !field.getKey().equals("_csrf"))
                .map(field -> new Hidden(field.getKey(), field.getValue()))
                .sorted(java.util.Comparator.comparing(Hidden::name))
                .toList();
    }
}
