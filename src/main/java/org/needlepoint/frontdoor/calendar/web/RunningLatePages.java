package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.frontdoor.calendar.By;
import org.needlepoint.frontdoor.reminders.SayRunningLate;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Delay;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// "Running 20 minutes late": said once, and everybody after is told (rule F1).
@Controller
@RequestMapping("/p/{slug}/calendar/late")
class RunningLatePages {
    private static final List<Integer> USUAL_MINUTES = List.of(10, 15, 20, 30, 45, 60);

    private final SayRunningLate sayRunningLate;
    private final WhoRunsLate whoRunsLate;
    private final VisitChangeModel problems;
    private final BackToCalendar back;
    private final Clock clock;

    RunningLatePages(
            SayRunningLate sayRunningLate,
            WhoRunsLate whoRunsLate,
            VisitChangeModel problems,
            BackToCalendar back,
            Clock clock) {
        this.sayRunningLate = sayRunningLate;
        this.whoRunsLate = whoRunsLate;
        this.problems = problems;
        this.back = back;
        this.clock = clock;
    }

    /// As typed.
    ///
    /// @param late  how many minutes
    /// @param usual the same by a button, which outranks what is typed; 0: on time again; null: none was pressed
    record LateForm(
            @Nullable String practitioner,
            @Nullable String late,
            @Nullable String usual) {}

    @GetMapping
    ModelAndView form(Practice practice, LateForm form, SignedIn who, Locale locale) {
        return page(practice, form, List.of(), who, locale);
    }

    @PostMapping
    ModelAndView say(Practice practice, LateForm form, SignedIn who, Locale locale) {
        var wrong = new ArrayList<String>();
        var minutes = minutes(form);
        if (whoRunsLate.may(practice, who).stream()
                .noneMatch(each -> each.value().equals(form.practitioner()))) {
            wrong.add("practitioner");
        }
        if (minutes.isEmpty()) {
            wrong.add("late");
        }
        if (wrong.isEmpty()) {
            var practitioner = new PractitionerId(UUID.fromString(String.valueOf(form.practitioner())));
            if (sayRunningLate
                    .say(practice, practitioner, minutes.getAsInt(), who.actor())
                    .isPresent()) {
                return back.done(practice, today(practice), practitioner);
            }
            wrong.add("late");
        }
        var page = page(practice, form, wrong, who, locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static OptionalInt minutes(LateForm form) {
        var written = form.usual() == null ? form.late() : form.usual();
        try {
            var minutes = Integer.parseInt(written == null ? "" : written.strip());
            return Delay.isPossible(minutes) ? OptionalInt.of(minutes) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private ModelAndView page(Practice practice, LateForm form, List<String> wrong, SignedIn who, Locale locale) {
        var errors = problems.problems(wrong, locale);
        var page = new ModelAndView("calendar/late");
        page.addObject("practice", practice);
        page.addObject("form", form);
        page.addObject("whoms", whoRunsLate.may(practice, who));
        page.addObject("usual", USUAL_MINUTES);
        page.addObject("lates", whoRunsLate.today(practice, who, locale));
        page.addObject("backQuery", today(practice).query());
        page.addObject("errors", errors);
        page.addObject("errorOf", VisitChangeModel.byField(errors));
        return page;
    }

    private Shown today(Practice practice) {
        return new Shown(LocalDate.ofInstant(clock.instant(), practice.zone()), false, By.PRACTITIONER, null);
    }
}
