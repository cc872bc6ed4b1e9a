package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.calendar.By;
import org.needlepoint.frontdoor.calendar.Column;
import org.needlepoint.frontdoor.calendar.ReadCalendar;
import org.needlepoint.frontdoor.calendar.ReadCalendar.Resource;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The model of the calendar page.
@Component
class CalendarModel {
    private static final int DAY_BEGINS = 8;
    private static final int DAY_ENDS = 18;

    private final ReadCalendar readCalendar;
    private final LinesOfADay lines;
    private final WhoRunsLate whoRunsLate;
    private final MessageSource messages;
    private final Clock clock;

    CalendarModel(
            ReadCalendar readCalendar,
            LinesOfADay lines,
            WhoRunsLate whoRunsLate,
            MessageSource messages,
            Clock clock) {
        this.readCalendar = readCalendar;
        this.lines = lines;
        this.whoRunsLate = whoRunsLate;
        this.messages = messages;
        this.clock = clock;
    }

    /// A choice of what to show, as a link.
    record Tab(String label, String query, boolean current) {}

    /// A column of the grid and a part of the list.
    ///
    /// @param hours     "9:00 AM – 5:00 PM", or that nobody works
    /// @param openHours the same for the script: `09:00-12:00 13:00-17:00`
    record Section(
            String resource,
            String day,
            String heading,
            String hours,
            String openHours,
            List<LinesOfADay.Line> lines) {}

    /// The whole page.
    ModelAndView page(Practice practice, Shown shown, SignedIn who, Locale locale) {
        var words = Words.of(practice, locale);
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        boolean showsToday = !today.isBefore(shown.first()) && !today.isAfter(shown.last());
        var rights = Rights.of(who);
        var resources = readCalendar.resources(practice, shown.by());
        var chosen = chosen(resources, shown.only());
        var columns = shown.week() && chosen != null
                ? readCalendar.week(practice, shown.first(), shown.by(), chosen)
                : readCalendar.day(practice, shown.day(), shown.by());
        var page = new ModelAndView("calendar/calendar");
        page.addObject("practice", practice);
        page.addObject("pageScripts", List.of("calendar"));
        page.addObject("pageStyles", List.of("calendar"));
        page.addObject("day", shown.day());
        page.addObject("first", shown.first());
        page.addObject("week", shown.week());
        page.addObject("by", shown.by().code());
        page.addObject("back", shown.fields());
        page.addObject("earlier", shown.earlier().query());
        page.addObject("later", shown.later().query());
        page.addObject("heading", title(shown, words, locale));
        page.addObject("isToday", showsToday);
        page.addObject("todayQuery", shown.on(today).query());
        page.addObject("views", views(shown, locale));
        page.addObject("bys", bys(shown, locale));
        page.addObject("whose", shown.week() ? whose(shown, resources, chosen) : List.of());
        page.addObject("rights", rights);
        page.addObject("lates", showsToday ? whoRunsLate.today(practice, who, locale) : List.of());
        page.addObject(
                "mayBeLate",
                showsToday
                        ? whoRunsLate.may(practice, who).stream()
                                .map(Choice::value)
                                .toList()
                        : List.of());
        page.addObject("offset", offset(practice, shown, chosen));
        page.addObject("begins", "%02d:00".formatted(begins(columns)));
        page.addObject("ends", "%02d:00".formatted(ends(columns)));
        page.addObject(
                "empty", columns.stream().allMatch(column -> column.items().isEmpty()));
        page.addObject(
                "sections",
                columns.stream()
                        .map(column -> section(practice, shown, column, rights, words, locale))
                        .toList());
        return page;
    }

    private static @Nullable Resource chosen(List<Resource> resources, @Nullable UUID only) {
        return resources.stream()
                .filter(resource -> only != null && only.equals(resource.id()))
                .findFirst()
                .orElse(resources.isEmpty() ? null : resources.getFirst());
    }

    private String title(Shown shown, Words words, Locale locale) {
        return shown.week() ? say("calendar.week", locale, words.date(shown.first())) : words.dayAndYear(shown.day());
    }

    private List<Tab> views(Shown shown, Locale locale) {
        return List.of(
                new Tab(say("calendar.view.day", locale), shown.as(false).query(), !shown.week()),
                new Tab(say("calendar.view.week", locale), shown.as(true).query(), shown.week()));
    }

    private List<Tab> bys(Shown shown, Locale locale) {
        return Arrays.stream(By.values())
                .map(by -> new Tab(
                        say("calendar.by." + by.code(), locale), shown.by(by).query(), by == shown.by()))
                .toList();
    }

    private static List<Tab> whose(Shown shown, List<Resource> resources, @Nullable Resource chosen) {
        return resources.stream()
                .filter(resource -> resource.id() != null)
                .map(resource -> new Tab(
                        resource.name(),
                        shown.of(java.util.Objects.requireNonNull(resource.id()))
                                .query(),
                        resource.equals(chosen)))
                .toList();
    }

    /// Of the clock on the wall there now, so that the line of the present stands where it should: `-05:00`.
    private String offset(Practice practice, Shown shown, @Nullable Resource chosen) {
        var zone = practice.locations().stream()
                .filter(place -> chosen == null
                        || shown.by() == By.PRACTITIONER
                        || place.id().equals(chosen.place()))
                .findFirst()
                .map(Practice.Location::zone)
                .orElse(practice.zone());
        return DateTimeFormatter.ofPattern("xxx").format(clock.instant().atZone(zone));
    }

    private static int begins(List<Column> columns) {
        var earliest = columns.stream()
                .flatMap(column -> java.util.stream.Stream.concat(
                        column.hours().stream().map(Column.Hours::opens),
                        column.items().stream().map(item -> within(item.start(), column.day()))))
                .min(LocalTime::compareTo)
                .orElse(LocalTime.of(DAY_BEGINS, 0));
        return Math.min(DAY_BEGINS, earliest.getHour());
    }

    private static int ends(List<Column> columns) {
        int latest = columns.stream()
                .flatMap(column -> java.util.stream.Stream.concat(
                        column.hours().stream().map(hours -> hour(column.day().atTime(hours.closes()), column.day())),
                        column.items().stream().map(item -> hour(item.end(), column.day()))))
                .max(Integer::compareTo)
                .orElse(DAY_ENDS);
        return Math.max(DAY_ENDS, latest);
    }

    private static LocalTime within(LocalDateTime time, LocalDate day) {
        return time.toLocalDate().isBefore(day) ? LocalTime.MIN : time.toLocalTime();
    }

    /// The full hour at or after a time, 1..24.
    private static int hour(LocalDateTime time, LocalDate day) {
        return time.toLocalDate().isAfter(day) ? 24 : (time.toLocalTime().toSecondOfDay() + 3599) / 3600;
    }

    private Section section(Practice practice, Shown shown, Column column, Rights rights, Words words, Locale locale) {
        var none = say("calendar.none." + shown.by().code(), locale);
        var name = column.id() == null || column.name().isEmpty() ? none : column.name();
        return new Section(
                column.id() == null ? "" : column.id().toString(),
                column.day().toString(),
                shown.week() ? words.day(column.day()) : name,
                hours(column, words, locale),
                String.join(
                        " ",
                        column.hours().stream()
                                .map(hours -> hours.opens() + "-" + hours.closes())
                                .toList()),
                lines.of(practice, shown, column, rights, words, locale));
    }

    private String hours(Column column, Words words, Locale locale) {
        if (column.id() == null) {
            return "";
        }
        return column.hours().isEmpty()
                ? say("calendar.hours.none", locale)
                : String.join(
                        ", ",
                        column.hours().stream()
                                .map(hours -> words.time(hours.opens()) + " – " + words.time(hours.closes()))
                                .toList());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
