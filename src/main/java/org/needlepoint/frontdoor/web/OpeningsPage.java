package org.needlepoint.frontdoor.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.FindOpenings;
import org.needlepoint.scheduling.FindOpenings.Search;
import org.needlepoint.scheduling.Offer;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.Services;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The list of openings by day, for booking and for moving a visit.
@Component
class OpeningsPage {
    private static final int DAYS_SHOWN = 5;
    private static final int DAYS_SEARCHED = 42;
    private static final int ALTERNATIVES = 3;

    private final FindOpenings findOpenings;
    private final Practitioners practitioners;
    private final Services services;
    private final MessageSource messages;
    private final Clock clock;

    OpeningsPage(
            FindOpenings findOpenings,
            Practitioners practitioners,
            Services services,
            MessageSource messages,
            Clock clock) {
        this.findOpenings = findOpenings;
        this.practitioners = practitioners;
        this.services = services;
        this.messages = messages;
        this.clock = clock;
    }

    /// A day with openings.
    record Day(String id, String words, String count, List<Slot> slots) {}

    /// An opening as a button.
    record Slot(String value, String time, String with) {}

    /// Adds the days to a page.
    ///
    /// @param from first day to show; null or past means today
    void addTo(
            ModelAndView page,
            Practice practice,
            Service service,
            @Nullable PractitionerId practitioner,
            @Nullable LocalDate from,
            Locale locale) {
        var words = Words.of(practice, locale);
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var latest = today.plusDays(service.horizonDays());
        var first = from == null || from.isBefore(today) || from.isAfter(latest) ? today : from;
        var names = names(practice);
        var found = search(practice, service, practitioner, first, first.plusDays(DAYS_SEARCHED));
        var byDay = found.stream()
                .collect(Collectors.groupingBy(
                        opening -> opening.start().toLocalDate(), LinkedHashMap::new, Collectors.toList()));
        var shown = byDay.keySet().stream().limit(DAYS_SHOWN).toList();
        var next = byDay.size() > DAYS_SHOWN ? shown.getLast().plusDays(1) : first.plusDays(DAYS_SEARCHED + 1L);
        page.addObject(
                "days",
                shown.stream()
                        .map(day -> day(day, Objects.requireNonNull(byDay.get(day)), names, words, locale))
                        .toList());
        page.addObject("earlier", first.isAfter(today) ? earlier(first, today) : null);
        page.addObject("later", next.isAfter(latest) ? null : next.toString());
        page.addObject("practitioners", choices(practice, service, locale));
        page.addObject("practitioner", practitioner == null ? "" : practitioner.toString());
        page.addObject(
                "zone",
                words.zone(
                        found.isEmpty()
                                ? clock.instant().atZone(practice.zone())
                                : found.getFirst().start()));
        page.addObject("contact", SiteContent.contactLine(practice, words));
    }

    private static String earlier(LocalDate first, LocalDate today) {
        var week = first.minusDays(7);
        return (week.isBefore(today) ? today : week).toString();
    }

    private Day day(
            LocalDate day, List<Opening> openings, Function<PractitionerId, String> names, Words words, Locale locale) {
        return new Day(
                "d-" + day,
                words.day(day),
                messages.getMessage("frontdoor.times.openings", new Object[] {openings.size()}, locale),
                openings.stream().map(opening -> slot(opening, names, words)).toList());
    }

    private static Slot slot(Opening opening, Function<PractitionerId, String> names, Words words) {
        return new Slot(
                BookForm.Wanted.written(opening),
                words.time(opening.start().toLocalTime()),
                names.apply(opening.practitioner()));
    }

    /// The practitioners who offer a service, "anyone" first; empty when there is no choice.
    private List<Choice> choices(Practice practice, Service service, Locale locale) {
        var offering = services.offers(practice.id()).stream()
                .filter(offer -> offer.service().equals(service.id()))
                .map(Offer::practitioner)
                .collect(Collectors.toSet());
        var people = practitioners.active(practice.id()).stream()
                .filter(person -> offering.contains(person.id()))
                .toList();
        if (people.size() < 2) {
            return List.of();
        }
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", messages.getMessage("frontdoor.times.anyone", null, locale), null));
        people.forEach(person -> choices.add(new Choice(person.id().toString(), person.titledName(), null)));
        return List.copyOf(choices);
    }

    /// Names of practitioners by id.
    Function<PractitionerId, String> names(Practice practice) {
        var byId = practitioners.all(practice.id()).stream()
                .collect(Collectors.toMap(Practitioner::id, Practitioner::titledName));
        return id -> Optional.ofNullable(byId.get(id)).orElse("");
    }

    /// The openings nearest to one that is gone, at most three.
    List<Opening> near(Practice practice, Service service, BookForm.@Nullable Wanted gone) {
        if (gone == null) {
            return List.of();
        }
        var day = LocalDate.ofInstant(gone.start(), practice.zone());
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        return search(practice, service, null, day.isBefore(today) ? today : day, day.plusDays(DAYS_SEARCHED)).stream()
                .sorted(java.util.Comparator.comparing((Opening opening) -> java.time.Duration.between(
                                gone.start(), opening.start().toInstant())
                        .abs()))
                .limit(ALTERNATIVES)
                .toList();
    }

    private List<Opening> search(
            Practice practice, Service service, @Nullable PractitionerId practitioner, LocalDate from, LocalDate to) {
        var wish = new FindOpenings.Wish(service.id(), from, to, practitioner, null);
        return switch (findOpenings.find(practice.id(), wish)) {
            case Search.Found(var openings) -> openings;
            case Search.Unknown _, Search.Backwards _, Search.TooLong _ -> List.of();
        };
    }

    /// An opening in words, for a list of alternatives.
    String words(Opening opening, Words words) {
        return words.day(opening.start().toLocalDate()) + ", "
                + words.time(opening.start().toLocalTime());
    }
}
