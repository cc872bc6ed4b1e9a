package org.needlepoint.scheduling.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Timetable;

/// A week of hours and the days in which it holds.
///
/// @param week by weekday and time; empty: no hours then
public record PlannedWeek(Period period, List<WeekdayHours> week) {
    private record Dated(WeekdayHours hours, Period period) {}

    /// What a practitioner works at a place from a day on, one week after the other.
    public static List<PlannedWeek> ofPractitioner(
            Timetable timetable, PractitionerId practitioner, UUID place, LocalDate from) {
        return of(
                timetable.weekly().stream()
                        .filter(hours -> hours.practitioner().equals(practitioner)
                                && hours.location().equals(place))
                        .map(hours -> new Dated(
                                new WeekdayHours(hours.weekday(), hours.opens(), hours.closes()),
                                new Period(hours.effectiveFrom(), hours.effectiveTo())))
                        .toList(),
                from);
    }

    /// When a place is open by its own hours from a day on, one week after the other.
    public static List<PlannedWeek> ofPlace(Timetable timetable, UUID place, LocalDate from) {
        return of(
                timetable.places().stream()
                        .filter(hours -> hours.location().equals(place))
                        .map(hours -> new Dated(
                                new WeekdayHours(hours.weekday(), hours.opens(), hours.closes()),
                                new Period(hours.effectiveFrom(), hours.effectiveTo())))
                        .toList(),
                from);
    }

    /// A new week begins wherever hours begin or have ended; weeks that say the same are one.
    private static List<PlannedWeek> of(List<Dated> hours, LocalDate from) {
        var beginnings = new TreeSet<LocalDate>();
        beginnings.add(from);
        for (var each : hours) {
            beginnings.add(each.period().from());
            var end = each.period().to();
            if (end != null) {
                beginnings.add(end.plusDays(1));
            }
        }
        var weeks = new ArrayList<PlannedWeek>();
        for (var beginning : beginnings.tailSet(from)) {
            var week = hours.stream()
                    .filter(each -> each.period().meets(new Period(beginning, beginning)))
                    .map(Dated::hours)
                    .sorted(Comparator.comparing(WeekdayHours::weekday).thenComparing(WeekdayHours::opens))
                    .toList();
            if (weeks.isEmpty() || !weeks.getLast().week().equals(week)) {
                end(weeks, beginning.minusDays(1));
                weeks.add(new PlannedWeek(new Period(beginning, null), week));
            }
        }
        return List.copyOf(weeks);
    }

    private static void end(List<PlannedWeek> weeks, @Nullable LocalDate day) {
        if (!weeks.isEmpty()) {
            var last = weeks.removeLast();
            weeks.add(new PlannedWeek(new Period(last.period().from(), day), last.week()));
        }
    }
}
