package org.needlepoint.frontdoor;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.OpenDay;
import org.needlepoint.scheduling.Stretch;
import org.needlepoint.scheduling.Timetable;
import org.needlepoint.shared.Texts;

/// What a practice tells the world of its hours at one place: on its page, its door, to search engines and listing
/// sites. Nothing but the timetable, seen from a day.
///
/// @param week    Monday to Sunday, as it stands from that day on
/// @param special days of the year ahead that differ, in order; days in a row that say the same are one entry
/// @param today   when it is open on that day
public record PublicHours(Practice.Location place, List<Day> week, List<Special> special, OpenDay today) {
    private static final int DAYS_AHEAD = 366;

    /// A weekday; no stretches means closed.
    public record Day(DayOfWeek weekday, List<Stretch> stretches) {}

    /// Days that differ.
    ///
    /// @param label what for; null where only the hours of somebody who treats differ, which is their own business
    public record Special(
            LocalDate first, LocalDate last, @Nullable Texts label, OpenDay hours) {
        boolean goesOnWith(Special next) {
            return last.plusDays(1).equals(next.first)
                    && Objects.equals(label, next.label)
                    && hours.inPerson().equals(next.hours.inPerson())
                    && hours.remote().equals(next.hours.remote());
        }
    }

    /// The hours of each place of a practice, in the order of the places.
    public static List<PublicHours> of(Practice practice, Timetable timetable, LocalDate today) {
        return practice.locations().stream()
                .map(place -> new PublicHours(
                        place,
                        week(timetable, place.id(), today),
                        special(timetable, place.id(), today),
                        timetable.on(today, place.id())))
                .toList();
    }

    private static List<Day> week(Timetable timetable, UUID place, LocalDate today) {
        return IntStream.range(0, 7)
                .mapToObj(today::plusDays)
                .sorted(java.util.Comparator.comparing(LocalDate::getDayOfWeek))
                .map(day -> new Day(
                        day.getDayOfWeek(), timetable.usually(day, place).remote()))
                .toList();
    }

    private static List<Special> special(Timetable timetable, UUID place, LocalDate today) {
        var found = new ArrayList<Special>();
        for (var day : timetable.touched(today, today.plusDays(DAYS_AHEAD))) {
            var hours = timetable.on(day, place);
            var because = hours.because();
            var usual = timetable.usually(day, place);
            boolean same =
                    hours.inPerson().equals(usual.inPerson()) && hours.remote().equals(usual.remote());
            if (because == null && same) {
                continue;
            }
            add(found, new Special(day, day, labelOf(because), hours));
        }
        return List.copyOf(found);
    }

    private static @Nullable Texts labelOf(@Nullable Closure because) {
        return because == null ? null : because.label();
    }

    private static void add(List<Special> found, Special next) {
        if (!found.isEmpty() && found.getLast().goesOnWith(next)) {
            var last = found.removeLast();
            found.add(new Special(last.first(), next.last(), last.label(), last.hours()));
        } else {
            found.add(next);
        }
    }
}
