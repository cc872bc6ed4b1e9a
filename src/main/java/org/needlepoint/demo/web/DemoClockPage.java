package org.needlepoint.demo.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.needlepoint.demo.DemoClock;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// What time it is in the demo, and the way to put its clock forward.
@Controller
@Profile("demo")
class DemoClockPage {
    /// The steps that check-ins are apart.
    private static final List<Integer> HOURS = List.of(1, 4, 24, 72);

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final DemoClock demoClock;
    private final Clock clock;

    DemoClockPage(DemoClock demoClock, Clock clock) {
        this.demoClock = demoClock;
        this.clock = clock;
    }

    @Bean
    static Routes demoClockRoutes() {
        return () -> List.of(
                Route.get("/demo/clock").everyone(), Route.post("/demo/clock").everyone());
    }

    @GetMapping("/demo/clock")
    ModelAndView show(Locale locale) {
        var page = new ModelAndView("demo/clock");
        page.addObject(
                "now",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(clock.instant().atZone(ZONE)));
        page.addObject("aheadHours", demoClock.ahead().toHours());
        page.addObject("atEnd", demoClock.ahead().equals(DemoClock.MOST_AHEAD));
        page.addObject("hours", HOURS);
        page.addObject("demo", true);
        return page;
    }

    @PostMapping("/demo/clock")
    ModelAndView forward(@RequestParam int hours) {
        if (HOURS.contains(hours)) {
            demoClock.forward(Duration.ofHours(hours));
        }
        var back = new RedirectView("/demo/clock");
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(back);
    }
}
