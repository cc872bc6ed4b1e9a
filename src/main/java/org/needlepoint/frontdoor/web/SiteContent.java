package org.needlepoint.frontdoor.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.PublicHours;
import org.needlepoint.frontdoor.SiteTexts;
import org.needlepoint.practice.Notices;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.Services;
import org.needlepoint.scheduling.Timetable;
import org.needlepoint.scheduling.Timetables;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Everything a practice's public site shows, gathered from the modules that know it.
@Component
public class SiteContent {
    private static final int MOST_SPECIAL_DAYS = 8;

    private final Services services;
    private final Practitioners practitioners;
    private final Timetables timetables;
    private final HoursWords hoursWords;
    private final SiteTexts texts;
    private final Notices notices;
    private final MessageSource messages;

    SiteContent(
            Services services,
            Practitioners practitioners,
            Timetables timetables,
            HoursWords hoursWords,
            SiteTexts texts,
            Notices notices,
            MessageSource messages) {
        this.services = services;
        this.practitioners = practitioners;
        this.timetables = timetables;
        this.hoursWords = hoursWords;
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
            List<PublicHours> hours) {}

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
            List<Dial> phones,
            List<HoursLine> hours) {}

    @Transactional(readOnly = true)
    Site of(Practice practice, LocalDate today, Locale locale) {
        var words = Words.of(practice, locale);
        var timetable = timetables.from(practice.id(), today);
        var hours = PublicHours.of(practice, timetable, today);
        return new Site(
                practice.tagline().in(locale),
                practice.about().in(locale),
                notices.shownOn(practice.id(), today).stream()
                        .map(notice -> notice.in(locale))
                        .toList(),
                openToday(hours, words, locale),
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
                        .map(person -> person(person, practice, timetable, today, words, locale))
                        .toList(),
                specialDays(hours, words, locale),
                hours.stream().map(each -> place(each, today, words, locale)).toList(),
                hours);
    }

    /// The phones and the e-mail address of a practice in one line.
    public static String contactLine(Practice practice, Words words) {
        var phones = practice.locations().stream()
                .flatMap(location -> location.phones().stream())
                .map(phone -> words.phone(phone.number()));
        return Stream.concat(phones, Stream.ofNullable(practice.email())).collect(Collectors.joining(" · "));
    }

    private String openToday(List<PublicHours> hours, Words words, Locale locale) {
        var open = hours.stream()
                .filter(place -> !place.today().remote().isEmpty())
                .toList();
        if (open.isEmpty()) {
            return say("frontdoor.site.closedToday", locale);
        }
        var said = open.stream()
                .map(place -> (hours.size() > 1 ? place.place().name() + " " : "")
                        + hoursWords.of(place.today(), words, locale))
                .collect(Collectors.joining("; "));
        return say("frontdoor.site.openToday", locale, said);
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
            Practitioner person, Practice practice, Timetable timetable, LocalDate today, Words words, Locale locale) {
        var week = days(today).stream()
                .map(day -> new PublicHours.Day(day.getDayOfWeek(), timetable.usually(day, person.id())))
                .toList();
        var phone = person.phone();
        return new Person(
                initials(person.name()),
                person.titledName(),
                person.name(),
                say("profession." + person.profession().code(), locale),
                person.bio().in(locale),
                languages(person, locale),
                lines(week, today, words, locale),
                phone == null ? null : new Dial(practice.name(), words.phone(phone), "tel:" + phone));
    }

    private @Nullable String languages(Practitioner person, Locale locale) {
        var known = person.languages().stream()
                .filter(code -> code.equals("en") || code.equals("es"))
                .map(code -> say("frontdoor.language." + code, locale))
                .toList();
        return known.size() < 2 ? null : say("frontdoor.site.speaks", locale, String.join(", ", known));
    }

    /// The days from Monday to Sunday of which each comes next.
    private static List<LocalDate> days(LocalDate today) {
        return IntStream.range(0, 7)
                .mapToObj(today::plusDays)
                .sorted(Comparator.comparing(LocalDate::getDayOfWeek))
                .toList();
    }

    private static String initials(String name) {
        var letters = Arrays.stream(name.strip().split("\\s+"))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .toList();
        return letters.size() < 2 ? letters.getFirst() : letters.getFirst() + letters.getLast();
    }

    private List<HoursLine> lines(List<PublicHours.Day> week, LocalDate today, Words words, Locale locale) {
        return week.stream()
                .map(day -> line(day, day.weekday() == today.getDayOfWeek(), words, locale))
                .toList();
    }

    private HoursLine line(PublicHours.Day day, boolean today, Words words, Locale locale) {
        return new HoursLine(
                words.weekday(day.weekday()),
                day.stretches().stream()
                        .map(stretch -> hoursWords.range(stretch, words, locale))
                        .toList(),
                today,
                today ? "np-hours__today" : day.stretches().isEmpty() ? "np-hours__closed" : "");
    }

    /// What is the same at all places is said once.
    private List<SpecialDay> specialDays(List<PublicHours> hours, Words words, Locale locale) {
        var everywhere = hours.stream()
                .flatMap(place -> place.special().stream())
                .filter(special ->
                        hours.stream().allMatch(place -> place.special().contains(special)))
                .collect(Collectors.toSet());
        var said = new LinkedHashSet<SpecialDay>();
        hours.stream()
                .flatMap(place -> place.special().stream()
                        .map(special -> Map.entry(
                                special,
                                specialDay(
                                        special,
                                        hours.size() == 1 || everywhere.contains(special)
                                                ? null
                                                : place.place().name(),
                                        words,
                                        locale))))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(PublicHours.Special::first)))
                .forEach(entry -> said.add(entry.getValue()));
        return said.stream().limit(MOST_SPECIAL_DAYS).toList();
    }

    private SpecialDay specialDay(PublicHours.Special special, @Nullable String place, Words words, Locale locale) {
        var label = special.label();
        var what = label == null ? say("hours.public.differs", locale) : label.in(locale);
        return new SpecialDay(
                hoursWords.days(special, words, locale),
                place == null ? what : what + " · " + place,
                hoursWords.of(special.hours(), words, locale));
    }

    private Place place(PublicHours hours, LocalDate today, Words words, Locale locale) {
        var location = hours.place();
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
                        .toList(),
                lines(hours.week(), today, words, locale));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
