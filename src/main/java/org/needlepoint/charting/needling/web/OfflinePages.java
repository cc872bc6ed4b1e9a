package org.needlepoint.charting.needling.web;

import java.util.Locale;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// What a browser keeps to show a session without a network: an empty page with the chart's words, and the program that
/// hands it out. Neither knows any patient.
@Controller
class OfflinePages {
    private final ChartWords words;

    OfflinePages(ChartWords words) {
        this.words = words;
    }

    @GetMapping("/p/{slug}/sessions/offline")
    ModelAndView page(Practice practice, Locale locale) {
        var page = new ModelAndView("charting/offline");
        page.addObject("slug", practice.slug());
        page.addObject("practice", practice);
        page.addObject("zone", practice.zone().getId());
        page.addObject("account", "");
        page.addObject("joins", false);
        page.addObject("standing", "open");
        page.addObject("words", words.json(locale));
        return page;
    }

    /// Its address is its scope: it answers for sessions of this practice alone.
    @GetMapping("/p/{slug}/sessions/worker.js")
    String worker() {
        return "forward:/assets/charting-worker.js";
    }
}
