package org.needlepoint.frontdoor.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Source;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.frontdoor.library.Library;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.PracticeDirectory;
import org.needlepoint.practice.Practices;
import org.needlepoint.practice.PublicUrl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public site of a practice, and the list of practices at the root.
@Controller
class SitePages {
    /// The studies behind what the site says about dry needling, in the order in which the pages number them.
    static final List<String> NEEDLING_SOURCES = List.of(
            "chys2023",
            "boyce2020",
            "navarro2020neck",
            "navarro2021shoulder",
            "lbp2023",
            "who2023",
            "llurda2021",
            "pourahmadi2021",
            "brady2014",
            "brady2014-critique");
    private static final int HOME_SOURCES = 2;

    private final PracticeDirectory directory;
    private final Practices practices;
    private final SiteContent content;
    private final Knowledge knowledge;
    private final ContentSets contentSets;
    private final Library library;
    private final JsonLd jsonLd;
    private final PublicUrl publicUrl;
    private final Clock clock;

    SitePages(
            PracticeDirectory directory,
            Practices practices,
            SiteContent content,
            Knowledge knowledge,
            ContentSets contentSets,
            Library library,
            JsonLd jsonLd,
            PublicUrl publicUrl,
            Clock clock) {
        this.directory = directory;
        this.practices = practices;
        this.content = content;
        this.knowledge = knowledge;
        this.contentSets = contentSets;
        this.library = library;
        this.jsonLd = jsonLd;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /// A practice in the list at the root.
    record Listed(String slug, String name, String tagline, String place) {}

    /// What people come with, in the practice's own words.
    ///
    /// @param page id of its page in the library, null when there is none
    record Named(String words, @Nullable String page) {}

    /// The only practice of an installation, or the list of all.
    @GetMapping("/")
    ModelAndView root(Locale locale) {
        var all = directory.all().stream()
                .flatMap(id -> PracticeScope.in(id, () -> practices.find(id)).stream())
                .toList();
        if (all.size() == 1) {
            return new ModelAndView("redirect:/p/" + all.getFirst().slug());
        }
        var page = new ModelAndView("frontdoor/practices");
        page.addObject(
                "practices", all.stream().map(each -> listed(each, locale)).toList());
        page.addObject("demo", all.stream().anyMatch(Practice::demo));
        return page;
    }

    private static Listed listed(Practice practice, Locale locale) {
        var place = practice.locations().stream()
                .findFirst()
                .map(location -> location.city() + ", " + location.region())
                .orElse("");
        return new Listed(practice.slug(), practice.name(), practice.tagline().in(locale), place);
    }

    @GetMapping("/p/{slug}")
    ModelAndView home(Practice practice, Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var site = content.of(practice, today, locale);
        var page = new ModelAndView("frontdoor/site");
        page.addObject("site", site);
        page.addObject(
                "city",
                practice.locations().stream()
                        .findFirst()
                        .map(Practice.Location::city)
                        .orElse(practice.name()));
        page.addObject("citations", Citations.numbered(sources(NEEDLING_SOURCES.subList(0, HOME_SOURCES))));
        var hasLibrary = hasLibrary(practice);
        page.addObject("hasLibrary", hasLibrary);
        page.addObject(
                "conditions",
                site.conditions().stream()
                        .map(words -> new Named(
                                words, hasLibrary ? library.ailmentMeant(words).orElse(null) : null))
                        .toList());
        page.addObject("emergencyLine", true);
        page.addObject(
                "jsonLd",
                jsonLd.of(
                        practice,
                        practice.tagline().in(locale),
                        publicUrl.of("/p/" + practice.slug()),
                        site.hours(),
                        site.services().stream()
                                .map(service -> new JsonLd.Offered(
                                        service.name(),
                                        service.description(),
                                        service.priceCents(),
                                        practice.currency().getCurrencyCode()))
                                .toList(),
                        site.people().stream()
                                .map(person -> new JsonLd.Person(person.plainName(), person.role()))
                                .toList()));
        return page;
    }

    @GetMapping("/p/{slug}/dry-needling")
    ModelAndView needling(Practice practice) {
        var page = new ModelAndView("frontdoor/dry-needling");
        page.addObject("citations", Citations.numbered(sources(NEEDLING_SOURCES)));
        page.addObject("hasLibrary", hasLibrary(practice));
        page.addObject("emergencyLine", true);
        return page;
    }

    @GetMapping("/p/{slug}/privacy")
    ModelAndView privacy(Practice practice, Locale locale) {
        return contactPage("frontdoor/privacy", practice, locale);
    }

    @GetMapping("/p/{slug}/accessibility")
    ModelAndView accessibility(Practice practice, Locale locale) {
        return contactPage("frontdoor/accessibility", practice, locale);
    }

    private ModelAndView contactPage(String view, Practice practice, Locale locale) {
        var page = new ModelAndView(view);
        page.addObject("contact", SiteContent.contactLine(practice, Words.of(practice, locale)));
        return page;
    }

    /// Whether visitors may read the library (rule C11).
    private boolean hasLibrary(Practice practice) {
        return contentSets.published(practice, ContentSet.LOCATOR);
    }

    private List<Source> sources(List<String> ids) {
        return ids.stream().flatMap(id -> knowledge.source(id).stream()).toList();
    }
}
