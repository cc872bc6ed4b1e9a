package org.needlepoint.frontdoor.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.SiteTexts;
import org.needlepoint.practice.Notices;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.Closures;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.Services;
import org.needlepoint.scheduling.WeeklyHours;
import org.needlepoint.scheduling.WorkingHours;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Everything a practice's public site shows, gathered from the modules that know it.
@Component
public class SiteContent {
    private static final int MOST_SPECIAL_DAYS = 8;

    private final Services services;
    private final Practitioners practitioners;
    private final WeeklyHours hours;
    private final Closures closures;
    private final SiteTexts texts;
    private final Notices notices;
    private final MessageSource messages;

    SiteContent(
            Services services,
            Practitioners practitioners,
            WeeklyHours hours,
            Closures closures,
            SiteTexts texts,
            Notices notices,
            MessageSource messages) {
        this.services = services;
        this.practitioners = practitioners;
        this.hours = hours;
        this.closures = closures;
        this.texts = texts;
        this.notices = notices;
        this.messages = messages;
    }

    /// The whole site in the reader's language.
    record Site(
            String tagline,
            String about,
            List<String> notices,
            String openToday,
            List<TextBlock> sections,
            List<String> conditions,
            List<Offered> services,
            List<Person> people,
            List<SpecialDay> holidays,
            List<Place> places,
            HoursTable week,
            List<JsonLd.SpecialDay> specialDays) {}

    record TextBlock(String title, String body) {}

    record Offered(
            String id,
            String name,
            String description,
            String modality,
            String audience,
            int minutes,
            String price,
            long priceCents) {}

    /// @param phone as people write it; null when it is the practice's
    record Person(
            String initials,
            String name,
            String plainName,
            String role,
            String about,
            @Nullable String languages,
            List<HoursLine> hours,
            @Nullable Dial phone) {}

    /// A weekday in words; no ranges means closed.
    record HoursLine(String weekday, List<String> ranges, boolean today, String css) {}

    record SpecialDay(String date, String label, String hours) {}

    record Dial(String label, String words, String href) {}

    record Place(
            String name,
            String street,
            String town,
            String directions,
            @Nullable String served,
            List<Dial> phones) {}

    @Transactional(readOnly = true)
    Site of(Practice practice, LocalDate today, Locale locale) {
        var words = Words.of(practice, locale);
        var working = hours.from(practice.id(), today).stream()
                .filter(each -> !each.effectiveFrom().isAfter(today))
                .toList();
        var week = HoursTable.of(working.stream().map(SiteContent::stretch).toList());
        var special = closures.between(practice.id(), today, today.plusYears(1)).stream()
                .filter(closure -> closure.practitioner() == null)
                .limit(MOST_SPECIAL_DAYS)
                .toList();
        return new Site(
                practice.tagline().in(locale),
                practice.about().in(locale),
                notices.shownOn(practice.id(), today).stream()
                        .map(notice -> notice.in(locale))
                        .toList(),
                openToday(week, special, today, words, locale),
                texts.sections(practice.id()).stream()
                        .map(section -> new TextBlock(
                                section.title().in(locale), section.body().in(locale)))
                        .toList(),
                texts.conditions(practice.id()).stream()
                        .map(condition -> condition.in(locale))
                        .toList(),
                services.active(practice.id()).stream()
                        .map(service -> offered(service, words, locale))
                        .toList(),
                practitioners.active(practice.id()).stream()
                        .map(person -> person(person, practice, working, today, words, locale))
                        .toList(),
                special.stream()
                        .map(closure -> specialDay(closure, words, locale))
                        .toList(),
                practice.locations().stream()
                        .map(location -> place(location, words, locale))
                        .toList(),
                week,
                special.stream().map(SiteContent::machineDay).toList());
    }

    /// The phones and the e-mail address of a practice in one line.
    public static String contactLine(Practice practice, Words words) {
        var phones = practice.locations().stream()
                .flatMap(location -> location.phones().stream())
                .map(phone -> words.phone(phone.number()));
        return Stream.concat(phones, Stream.ofNullable(practice.email())).collect(Collectors.joining(" · "));
    }

    private static HoursTable.Stretch stretch(WorkingHours working) {
        return new HoursTable.Stretch(working.weekday(), working.opens(), working.closes());
    }

    private String openToday(HoursTable week, List<Closure> special, LocalDate today, Words words, Locale locale) {
        var differs = special.stream()
                .filter(closure -> !today.isBefore(closure.firstDay()) && !today.isAfter(closure.lastDay()))
                .findFirst();
        if (differs.isPresent()) {
            return differs.get().kind() == Closure.Kind.OTHER_HOURS
                    ? say(
                            "frontdoor.site.openToday",
                            locale,
                            range(differs.get().opens(), differs.get().closes(), words, locale))
                    : say("frontdoor.site.closedToday", locale);
        }
        var day = week.days().get(today.getDayOfWeek().getValue() - 1);
        return day.closed()
                ? say("frontdoor.site.closedToday", locale)
                : say("frontdoor.site.openToday", locale, String.join(", ", ranges(day, words, locale)));
    }

    private Offered offered(Service service, Words words, Locale locale) {
        return new Offered(
                service.id().toString(),
                service.name().in(locale),
                service.description().in(locale),
                say("modality." + service.modality().code(), locale),
                say("audience." + service.audience().code(), locale),
                service.minutes(),
                service.price().cents() == 0
                        ? say("frontdoor.site.service.free", locale)
                        : words.price(service.price()),
                service.price().cents());
    }

    private Person person(
            Practitioner person,
            Practice practice,
            List<WorkingHours> working,
            LocalDate today,
            Words words,
            Locale locale) {
        var table = HoursTable.of(working.stream()
                .filter(each -> each.practitioner().equals(person.id()))
                .map(SiteContent::stretch)
                .toList());
        var phone = person.phone();
        return new Person(
                initials(person.name()),
                person.titledName(),
                person.name(),
                say("profession." + person.profession().code(), locale),
                person.bio().in(locale),
                languages(person, locale),
                lines(table, today, words, locale),
                phone == null ? null : new Dial(practice.name(), words.phone(phone), "tel:" + phone));
    }

    private @Nullable String languages(Practitioner person, Locale locale) {
        var known = person.languages().stream()
                .filter(code -> code.equals("en") || code.equals("es"))
                .map(code -> say("frontdoor.language." + code, locale))
                .toList();
        return known.size() < 2 ? null : say("frontdoor.site.speaks", locale, String.join(", ", known));
    }

    private static String initials(String name) {
        var letters = Arrays.stream(name.strip().split("\\s+"))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .toList();
        return letters.size() < 2 ? letters.getFirst() : letters.getFirst() + letters.getLast();
    }

    private List<HoursLine> lines(HoursTable table, LocalDate today, Words words, Locale locale) {
        return table.days().stream()
                .map(day -> line(day, day.weekday() == today.getDayOfWeek(), words, locale))
                .toList();
    }

    private HoursLine line(HoursTable.Day day, boolean today, Words words, Locale locale) {
        return new HoursLine(
                words.weekday(day.weekday()),
                ranges(day, words, locale),
                today,
                today ? "np-hours__today" : day.closed() ? "np-hours__closed" : "");
    }

    private List<String> ranges(HoursTable.Day day, Words words, Locale locale) {
        return day.stretches().stream()
                .map(stretch -> range(stretch.opens(), stretch.closes(), words, locale))
                .toList();
    }

    private String range(@Nullable LocalTime opens, @Nullable LocalTime closes, Words words, Locale locale) {
        return say(
                "frontdoor.site.range",
                locale,
                words.time(Objects.requireNonNull(opens)),
                words.time(Objects.requireNonNull(closes)));
    }

    private SpecialDay specialDay(Closure closure, Words words, Locale locale) {
        var date = closure.firstDay().equals(closure.lastDay())
                ? words.dayAndYear(closure.firstDay())
                : say(
                        "frontdoor.site.range",
                        locale,
                        words.dayAndYear(closure.firstDay()),
                        words.dayAndYear(closure.lastDay()));
        return new SpecialDay(
                date,
                closure.label().in(locale),
                closure.kind() == Closure.Kind.OTHER_HOURS
                        ? range(closure.opens(), closure.closes(), words, locale)
                        : say("frontdoor.site.closed", locale));
    }

    private static JsonLd.SpecialDay machineDay(Closure closure) {
        boolean other = closure.kind() == Closure.Kind.OTHER_HOURS;
        return new JsonLd.SpecialDay(
                closure.firstDay(), closure.lastDay(), other ? closure.opens() : null, other ? closure.closes() : null);
    }

    private Place place(Practice.Location location, Words words, Locale locale) {
        return new Place(
                location.name(),
                location.street(),
                location.city() + ", " + location.region() + " " + location.postalCode(),
                location.directions().in(locale),
                location.servedAreas().isEmpty()
                        ? null
                        : say("frontdoor.site.served", locale, String.join(", ", location.servedAreas())),
                location.phones().stream()
                        .map(phone -> new Dial(
                                phone.label().in(locale), words.phone(phone.number()), "tel:" + phone.number()))
                        .toList());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
