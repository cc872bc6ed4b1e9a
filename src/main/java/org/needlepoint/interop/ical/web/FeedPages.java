package org.needlepoint.interop.ical.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.interop.ical.CalendarFeeds;
import org.needlepoint.interop.ical.CalendarFeeds.Making;
import org.needlepoint.interop.ical.Feed;
import org.needlepoint.interop.ical.FeedId;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.PublicUrl;
import org.needlepoint.shared.NotFound;
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

/// The calendar feeds of a practitioner: made here, told once, revoked here. Practitioners have their own in hand,
/// owners everybody's.
@Controller
@RequestMapping("/p/{slug}/feeds")
class FeedPages {
    private final CalendarFeeds feeds;
    private final Practitioners practitioners;
    private final PublicUrl publicUrl;
    private final MessageSource messages;

    FeedPages(CalendarFeeds feeds, Practitioners practitioners, PublicUrl publicUrl, MessageSource messages) {
        this.feeds = feeds;
        this.practitioners = practitioners;
        this.publicUrl = publicUrl;
        this.messages = messages;
    }

    /// A practitioner with their feeds.
    record Person(String id, String name, List<Line> feeds) {}

    /// A feed in the list.
    record Line(String id, String label, String says, String made, String read) {}

    /// A choice of a form.
    record Choice(String value, String label, @Nullable String hint) {}

    /// What a form said.
    record Wish(FeedId id, Optional<PractitionerId> practitioner, String label, boolean initials) {}

    @GetMapping
    ModelAndView list(Practice practice, SignedIn who, @RequestParam Optional<String> done, Locale locale) {
        var people = people(practice, who);
        var first = people.isEmpty()
                ? Optional.<PractitionerId>empty()
                : Optional.of(people.getFirst().id());
        return list(practice, people, new Wish(FeedId.next(), first, "", false), List.of(), locale)
                .addObject("revoked", done.filter("revoked"::equals).isPresent());
    }

    @PostMapping
    ModelAndView make(
            Practice practice,
            SignedIn who,
            @RequestParam UUID id,
            @RequestParam Optional<UUID> practitioner,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "busy") String says,
            Locale locale) {
        var people = people(practice, who);
        var wish =
                new Wish(new FeedId(id), practitioner.map(PractitionerId::new), label.strip(), says.equals("initials"));
        var person = people.stream()
                .filter(each -> wish.practitioner().filter(each.id()::equals).isPresent())
                .findFirst()
                .orElseThrow(NotFound::new);
        if (wish.label().isEmpty() || wish.label().length() > Feed.LONGEST_LABEL) {
            return again(practice, people, wish, "feeds.label.missing", locale, Feed.LONGEST_LABEL);
        }
        return switch (feeds.make(practice.id(), wish.id(), person.id(), wish.label(), wish.initials(), who.actor())) {
            case Making.Made(var feed, var token) -> made(practice, person, feed, token);
            case Making.MadeBefore _ -> to("/p/" + practice.slug() + "/feeds");
            case Making.TooMany(int most) -> again(practice, people, wish, "feeds.too-many", locale, most);
        };
    }

    @PostMapping("/{id}/revocation")
    ModelAndView revoke(Practice practice, SignedIn who, @PathVariable UUID id) {
        var feed = feeds.find(practice.id(), new FeedId(id)).orElseThrow(NotFound::new);
        if (people(practice, who).stream().noneMatch(person -> person.id().equals(feed.practitioner()))) {
            throw new NotFound();
        }
        feeds.revoke(practice.id(), feed.id(), who.actor());
        return to("/p/" + practice.slug() + "/feeds?done=revoked");
    }

    /// Those whose feeds somebody has in hand.
    private List<Practitioner> people(Practice practice, SignedIn who) {
        return who.isAny(Role.OWNER)
                ? practitioners.active(practice.id())
                : practitioners.ofAccount(practice.id(), who.id()).filter(Practitioner::active).stream()
                        .toList();
    }

    private ModelAndView made(Practice practice, Practitioner person, Feed feed, String token) {
        var address = publicUrl.of("/p/" + practice.slug() + "/feeds/" + token + ".ics");
        return new ModelAndView("interop/feed-made")
                .addObject("name", person.titledName())
                .addObject("label", feed.label())
                .addObject("address", address)
                .addObject("subscribe", "webcal" + address.substring(address.indexOf(':')))
                .addObject("pageScripts", List.of("interop"));
    }

    private ModelAndView again(
            Practice practice, List<Practitioner> people, Wish wish, String key, Locale locale, Object... arguments) {
        var problem = new FieldProblem("label", messages.getMessage(key, arguments, locale));
        var page = list(practice, people, wish, List.of(problem), locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView list(
            Practice practice, List<Practitioner> people, Wish wish, List<FieldProblem> problems, Locale locale) {
        var errorOf = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errorOf.put(problem.field(), problem.message()));
        return new ModelAndView("interop/feeds")
                .addObject("errors", problems)
                .addObject("errorOf", errorOf)
                .addObject(
                        "people",
                        people.stream()
                                .map(person -> person(practice, person, locale))
                                .toList())
                .addObject(
                        "practitioners",
                        people.stream()
                                .map(person -> new Choice(person.id().toString(), person.titledName(), null))
                                .toList())
                .addObject(
                        "practitioner",
                        wish.practitioner().map(PractitionerId::toString).orElse(""))
                .addObject("id", wish.id().toString())
                .addObject("label", wish.label())
                .addObject("longest", Feed.LONGEST_LABEL)
                .addObject("says", wish.initials() ? "initials" : "busy")
                .addObject(
                        "sayings",
                        List.of(
                                new Choice("busy", say("feeds.says.busy", locale), say("feeds.says.busy.hint", locale)),
                                new Choice(
                                        "initials",
                                        say("feeds.says.initials", locale),
                                        say("feeds.says.initials.hint", locale))));
    }

    private Person person(Practice practice, Practitioner person, Locale locale) {
        var lines = feeds.ofPractitioner(practice.id(), person.id()).stream()
                .map(feed -> line(practice, feed, locale))
                .toList();
        return new Person(person.id().toString(), person.titledName(), lines);
    }

    private Line line(Practice practice, Feed feed, Locale locale) {
        var readAt = feed.readAt();
        return new Line(
                feed.id().toString(),
                feed.label(),
                say(feed.initials() ? "feeds.says.initials" : "feeds.says.busy", locale),
                say("feeds.made", locale, date(practice, feed.madeAt(), locale)),
                readAt == null
                        ? say("feeds.read.never", locale)
                        : say("feeds.read", locale, date(practice, readAt, locale)));
    }

    private static String date(Practice practice, Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(Locale.of(locale.getLanguage(), practice.country()))
                .format(at.atZone(practice.zone()));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static ModelAndView to(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
