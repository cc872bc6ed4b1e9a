package org.needlepoint.frontdoor.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.Services;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The models of the booking pages.
@Component
public class BookModel {
    private final Services services;
    private final OpeningsPage openings;
    private final MapViews map;
    private final MessageSource messages;
    private final Clock clock;

    BookModel(Services services, OpeningsPage openings, MapViews map, MessageSource messages, Clock clock) {
        this.services = services;
        this.openings = openings;
        this.map = map;
        this.messages = messages;
        this.clock = clock;
    }

    /// A service to choose, with its next openings.
    record Offered(
            String id,
            String name,
            String description,
            String how,
            String minutes,
            String price,
            List<Alternative> soonest) {}

    /// A line of a summary.
    ///
    /// @param at ISO 8601 with offset where the line is a time, for the script that adds the visitor's own
    record Fact(String label, String value, @Nullable String at) {
        Fact(String label, String value) {
            this(label, value, null);
        }

        static Fact when(String label, String value, ZonedDateTime at) {
            return new Fact(label, value, at.toOffsetDateTime().toString());
        }
    }

    /// An opening as a button, one of a few.
    ///
    /// @param at ISO 8601 with offset
    record Alternative(String value, String at, String label, String with) {}

    ModelAndView services(Practice practice, BookForm booking, boolean physicianFirst, Locale locale) {
        var words = Words.of(practice, locale);
        var page = new ModelAndView("frontdoor/book-service");
        common(page, booking, locale);
        page.addObject(
                "services",
                services.active(practice.id()).stream()
                        .filter(service -> !physicianFirst || service.modality() == Modality.PHONE)
                        .map(service -> offered(practice, service, words, locale))
                        .toList());
        page.addObject("physicianFirst", physicianFirst);
        page.addObject("pageScripts", List.of("booking"));
        page.addObject(
                "hidden", new BookForm(booking.story(), null, null, null, null, null, booking.typed()).fields(false));
        page.addObject("contact", SiteContent.contactLine(practice, words));
        page.addObject("emergencyLine", true);
        return page;
    }

    private Offered offered(Practice practice, Service service, Words words, Locale locale) {
        return new Offered(
                service.id().toString(),
                service.name().in(locale),
                service.description().in(locale),
                say("modality." + service.modality().code(), locale) + " · "
                        + say("audience." + service.audience().code(), locale),
                say("frontdoor.site.service.minutes", locale, service.minutes()),
                service.price().cents() == 0
                        ? say("frontdoor.site.service.free", locale)
                        : words.price(service.price()),
                alternatives(practice, openings.soonest(practice, service), words));
    }

    private List<Alternative> alternatives(Practice practice, List<Opening> found, Words words) {
        var names = openings.names(practice);
        return found.stream()
                .map(opening -> new Alternative(
                        BookForm.Wanted.written(opening),
                        opening.start().toOffsetDateTime().toString(),
                        openings.words(opening, words),
                        names.apply(opening.practitioner())))
                .toList();
    }

    /// @param expires until when the opening is kept; null when that is not known any more
    ModelAndView details(
            Practice practice,
            Service service,
            BookForm booking,
            Opening opening,
            @Nullable Instant expires,
            List<FieldProblem> problems,
            Locale locale) {
        var words = Words.of(practice, locale);
        var page = new ModelAndView("frontdoor/book-details");
        common(page, booking, locale);
        page.addObject("facts", facts(practice, service, opening, words, locale));
        var until = expires == null ? null : expires.atZone(opening.start().getZone());
        page.addObject("kept", until == null ? null : words.theTime(until.toLocalTime()));
        page.addObject("keptAt", until == null ? null : until.toOffsetDateTime().toString());
        page.addObject("hidden", booking.fields(true));
        page.addObject("typed", booking.typed());
        page.addObject("birthDate", booking.typed().birthDate());
        page.addObject("pageScripts", List.of("booking"));
        page.addObject("byPhone", service.modality() == Modality.PHONE);
        page.addObject("errors", problems);
        page.addObject("errorOf", byField(problems));
        page.addObject("emergencyLine", true);
        return page;
    }

    /// Service, time, practitioner, place and price in words.
    List<Fact> facts(Practice practice, Service service, Opening opening, Words words, Locale locale) {
        return List.of(
                new Fact(
                        say("frontdoor.summary.service", locale), service.name().in(locale)),
                Fact.when(say("frontdoor.summary.when", locale), when(opening, words, locale), opening.start()),
                new Fact(
                        say("frontdoor.summary.with", locale),
                        openings.names(practice).apply(opening.practitioner())),
                new Fact(
                        say("frontdoor.summary.where", locale),
                        where(practice, service.modality(), opening.location(), locale)),
                new Fact(
                        say("frontdoor.summary.price", locale),
                        service.price().cents() == 0
                                ? say("frontdoor.site.service.free", locale)
                                : words.price(service.price())));
    }

    private String when(Opening opening, Words words, Locale locale) {
        return say(
                        "frontdoor.summary.time",
                        locale,
                        words.dayAndYear(opening.start().toLocalDate()),
                        words.time(opening.start().toLocalTime()),
                        words.time(opening.end().toLocalTime()))
                + " (" + words.zone(opening.start()) + ")";
    }

    /// The place in words: an address, or how else the two meet.
    public String where(Practice practice, Modality modality, java.util.UUID location, Locale locale) {
        return switch (modality) {
            case PHONE -> say("frontdoor.summary.phone", locale);
            case VIDEO -> say("frontdoor.summary.video", locale);
            case IN_PERSON ->
                practice.locations().stream()
                        .filter(each -> each.id().equals(location))
                        .findFirst()
                        .map(each -> each.name() + ", " + each.street() + ", " + each.city() + ", " + each.region()
                                + " " + each.postalCode())
                        .orElse(practice.name());
        };
    }

    /// @param texts prefix of the page's message keys: somebody was quicker, or the time kept has run out
    ModelAndView alternatives(
            Practice practice,
            Service service,
            BookForm booking,
            List<Opening> alternatives,
            String texts,
            Locale locale) {
        var words = Words.of(practice, locale);
        var page = new ModelAndView("frontdoor/book-alternatives");
        common(page, booking, locale);
        page.addObject("title", say(texts + ".title", locale));
        page.addObject("lead", say(alternatives.isEmpty() ? "frontdoor.taken.none" : texts + ".lead", locale));
        page.addObject("alternatives", alternatives(practice, alternatives, words));
        page.addObject("pageScripts", List.of("booking"));
        page.addObject("serviceName", service.name().in(locale));
        page.addObject("hidden", booking.fields(false));
        page.addObject("emergencyLine", true);
        return page;
    }

    /// What every booking page shows: the marks that come along.
    void common(ModelAndView page, BookForm booking, Locale locale) {
        page.addObject(
                "carried",
                map.marks(booking.story().marks(), locale).stream()
                        .map(MapViews.Marked::label)
                        .collect(Collectors.joining(", ")));
    }

    DemographicsForm.Reading demographics(Practice practice, BookForm booking, Locale locale) {
        var typed = booking.typed();
        return new DemographicsForm(typed.name(), typed.isoBirthDate(), typed.phone(), typed.email())
                .read(LocalDate.ofInstant(clock.instant(), practice.zone()), practice.country(), locale);
    }

    List<FieldProblem> problems(List<DemographicsForm.Flaw> flaws, Locale locale) {
        return flaws.stream()
                .map(flaw -> new FieldProblem(flaw.field(), say(flaw.messageKey(), locale)))
                .toList();
    }

    List<FieldProblem> phoneNeeded(Locale locale) {
        return List.of(new FieldProblem("phone", say("frontdoor.details.error.phoneNeeded", locale)));
    }

    private static Map<String, String> byField(List<FieldProblem> problems) {
        var byField = new LinkedHashMap<String, String>();
        problems.forEach(problem -> byField.putIfAbsent(problem.field(), problem.message()));
        return byField;
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
