package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The calendar: the list that needs no script, which the script also draws as a grid.
@Controller
class CalendarPages {
    private final CalendarModel model;
    private final SayDone sayDone;
    private final Clock clock;

    CalendarPages(CalendarModel model, SayDone sayDone, Clock clock) {
        this.model = model;
        this.sayDone = sayDone;
        this.clock = clock;
    }

    /// @param done    what was done just now, when a form led here
    /// @param visit   with which visit
    /// @param version which of its versions that made: undone is only what nobody has changed since
    @GetMapping("/p/{slug}/calendar")
    ModelAndView show(
            Practice practice,
            Shown.Asked asked,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable UUID visit,
            @RequestParam(defaultValue = "0") int version,
            SignedIn who,
            Locale locale) {
        var shown = Shown.of(asked, LocalDate.ofInstant(clock.instant(), practice.zone()));
        var page = model.page(practice, shown, who, locale);
        if (done != null) {
            page.addObject(
                    "said",
                    sayDone.of(practice, done, visit == null ? null : new AppointmentId(visit), version, who, locale));
        }
        return page;
    }
}
