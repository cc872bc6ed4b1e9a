package org.needlepoint.frontdoor.settings.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.SettingsPages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The list of a practice's settings.
@Controller
class SettingsIndex {
    private final List<SettingsPages.Entry> entries;
    private final FormPage form;

    SettingsIndex(List<SettingsPages> modules, FormPage form) {
        this.entries = modules.stream()
                .flatMap(module -> module.entries().stream())
                .sorted(Comparator.comparing(SettingsPages.Entry::order))
                .toList();
        this.form = form;
    }

    /// A setting that somebody may open.
    record Shown(String path, String name, String about) {}

    @GetMapping("/p/{slug}/settings")
    ModelAndView index(Practice practice, SignedIn who, Locale locale) {
        var page = new ModelAndView("settings/index");
        page.addObject("practice", practice);
        page.addObject(
                "entries",
                entries.stream()
                        .filter(entry -> entry.roles().stream().anyMatch(role -> who.isAny(role)))
                        .map(entry -> new Shown(
                                "/p/" + practice.slug() + "/settings" + entry.path(),
                                form.say(entry.textKey(), locale),
                                form.say(entry.textKey() + ".about", locale)))
                        .toList());
        return page;
    }
}
