package org.needlepoint.frontdoor.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/// The openings of a service: four weeks at a glance and the next days with their times, for booking and for moving a
/// visit.
@Component
class OpeningsPage {
    private static final int DAYS_SHOWN = 3;
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
    ///
    /// @param at   ISO 8601 with offset, for the script that adds the visitor's own time
    /// @param zone "EST" where the page shows times of more than one zone, else null
    record Slot(
            String value, String at, String time, @Nullable String zone, String with) {}

    /// A day that has openings, where the page has none to show.
    record Next(String date, String words) {}

    /// Which openings are looked for.
    private record Wanted(
            Practice practice, Service service, @Nullable PractitionerId practitioner) {}

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
        var wanted = new Wanted(practice, service, practitioner);
        var today = today(practice);
        var latest = today.plusDays(service.horizonDays());
        var first = from == null || from.isBefore(today) || from.isAfter(latest) ? today : from;
        var start = DaysAtAGlance.start(first, words);
        var byDay = byDay(search(wanted, start.isBefore(today) ? today : start, first.plusDays(DAYS_SEARCHED)));
        var ahead = byDay.tailMap(first);
        var shown = ahead.keySet().stream().limit(DAYS_SHOWN).toList();
        var next = ahead.size() > DAYS_SHOWN ? shown.getLast().plusDays(1) : first.plusDays(DAYS_SEARCHED + 1L);
        var zones = zones(practice, service);
        var slots = new Slots(practice, names(practice), zones.size() > 1, words);
        page.addObject(
                "days",
                shown.stream()
                        .map(day -> day(day, Objects.requireNonNull(ahead.get(day)), slots, words))
                        .toList());
        page.addObject("glance", glance(first, byDay, shown, today, latest, words));
        page.addObject(
                "noneOn",
                first.equals(from) && !shown.isEmpty() && !shown.getFirst().equals(first) ? words.day(first) : null);
        page.addObject("earlier", first.isAfter(today) ? earlier(first, today) : null);
        page.addObject("later", next.isAfter(latest) ? null : next.toString());
        page.addObject("next", shown.isEmpty() ? next(wanted, next, latest, words) : null);
        page.addObject(
                "nextWithAnyone",
                shown.isEmpty() && practitioner != null
                        ? next(new Wanted(practice, service, null), first, latest, words)
                        : null);
        page.addObject("until", words.day(latest));
        page.addObject("practitioners", choices(practice, service, locale));
        page.addObject("practitioner", practitioner == null ? "" : practitioner.toString());
        page.addObject("zone", zone(practice, zones, first, words));
        page.addObject("contact", SiteContent.contactLine(practice, words));
        page.addObject("pageScripts", List.of("booking"));
    }

    private LocalDate today(Practice practice) {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }

    private static SortedMap<LocalDate, List<Opening>> byDay(List<Opening> openings) {
        return openings.stream()
                .collect(Collectors.groupingBy(
                        opening -> opening.start().toLocalDate(), TreeMap::new, Collectors.toList()));
    }

    private DaysAtAGlance glance(
            LocalDate first,
            Map<LocalDate, List<Opening>> byDay,
            List<LocalDate> shown,
            LocalDate today,
            LocalDate latest,
            Words words) {
        var counts = byDay.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, day ->
                (long) day.getValue().size()));
        return DaysAtAGlance.of(first, counts, shown, today, latest, words, messages);
    }

    private static String earlier(LocalDate first, LocalDate today) {
        var week = first.minusDays(7);
        return (week.isBefore(today) ? today : week).toString();
    }

    /// The first day from a day on that has an opening; null when there is none to the horizon.
    private @Nullable Next next(Wanted wanted, LocalDate from, LocalDate latest, Words words) {
        for (var start = from; !start.isAfter(latest); start = start.plusDays(FindOpenings.MOST_DAYS)) {
            var found = search(wanted, start, start.plusDays(FindOpenings.MOST_DAYS - 1L));
            if (!found.isEmpty()) {
                var day = found.getFirst().start().toLocalDate();
                return new Next(day.toString(), words.day(day));
            }
        }
        return null;
    }

    private Day day(LocalDate day, List<Opening> openings, Slots slots, Words words) {
        return new Day(
                "d-" + day,
                words.day(day),
                messages.getMessage("frontdoor.times.openings", new Object[] {openings.size()}, words.locale()),
                openings.stream().map(slots::slot).toList());
    }

    /// How a page writes its openings.
    private record Slots(Practice practice, Function<PractitionerId, String> names, boolean zones, Words words) {
        Slot slot(Opening opening) {
            return new Slot(
                    BookForm.Wanted.written(opening),
                    opening.start().toOffsetDateTime().toString(),
                    words.time(opening.start().toLocalTime()),
                    zones ? words.briefZone(opening.start()) : null,
                    with(opening));
        }

        private String with(Opening opening) {
            var name = names.apply(opening.practitioner());
            return practice.locations().size() < 2
                    ? name
                    : Stream.concat(Stream.of(name), place(opening.location())).collect(Collectors.joining(" · "));
        }

        private Stream<String> place(UUID location) {
            return practice.locations().stream()
                    .filter(each -> each.id().equals(location))
                    .map(Practice.Location::name);
        }
    }

    /// The zones of the locations where a service is offered, each once.
    private List<ZoneId> zones(Practice practice, Service service) {
        var offered = services.offers(practice.id()).stream()
                .filter(offer -> offer.service().equals(service.id()))
                .map(Offer::location)
                .collect(Collectors.toSet());
        return practice.locations().stream()
                .filter(location -> offered.contains(location.id()))
                .map(Practice.Location::zone)
                .distinct()
                .toList();
    }

    private static String zone(Practice practice, List<ZoneId> zones, LocalDate day, Words words) {
        return (zones.isEmpty() ? List.of(practice.zone()) : zones)
                .stream()
                        .map(day::atStartOfDay)
                        .map(words::zoneThroughout)
                        .distinct()
                        .collect(Collectors.joining(" / "));
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

    /// The next openings of a service, with whomever, at most three.
    List<Opening> soonest(Practice practice, Service service) {
        var today = today(practice);
        return search(new Wanted(practice, service, null), today, today.plusDays(DAYS_SEARCHED)).stream()
                .limit(ALTERNATIVES)
                .toList();
    }

    /// The openings nearest to one that is gone, at most three.
    List<Opening> near(Practice practice, Service service, BookForm.@Nullable Wanted gone) {
        if (gone == null) {
            return List.of();
        }
        var day = LocalDate.ofInstant(gone.start(), practice.zone());
        var today = today(practice);
        return search(
                        new Wanted(practice, service, null),
                        day.isBefore(today) ? today : day,
                        day.plusDays(DAYS_SEARCHED))
                .stream()
                .sorted(Comparator.comparing((Opening opening) -> Duration.between(
                                gone.start(), opening.start().toInstant())
                        .abs()))
                .limit(ALTERNATIVES)
                .toList();
    }

    private List<Opening> search(Wanted wanted, LocalDate from, LocalDate to) {
        var wish = new FindOpenings.Wish(
                wanted.service().id(),
                from,
                to,
                wanted.practitioner(),
                null,
                wanted.service().minutes());
        return switch (findOpenings.find(wanted.practice().id(), wish)) {
            case Search.Found(var openings) -> openings;
            case Search.Unknown _, Search.Backwards _, Search.TooLong _ -> List.of();
        };
    }

    /// An opening in words, for a list of a few: "Tue, Dec 1, 7:00 AM (EST)".
    String words(Opening opening, Words words) {
        return words.briefDay(opening.start().toLocalDate()) + ", "
                + words.time(opening.start().toLocalTime()) + " (" + words.briefZone(opening.start()) + ")";
    }
}
