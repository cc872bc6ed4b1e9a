package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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

    @GetMapping("/p/{slug}/calendar")
    ModelAndView show(Practice practice, Shown.Asked asked, SayDone.Done done, SignedIn who, Locale locale) {
        var shown = Shown.of(asked, LocalDate.ofInstant(clock.instant(), practice.zone()));
        var page = model.page(practice, shown, who, locale);
        page.addObject("said", sayDone.of(practice, done, who, locale));
        return page;
    }
}
