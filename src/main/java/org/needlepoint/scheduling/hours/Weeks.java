package org.needlepoint.scheduling.hours;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.OpenHours;
import org.needlepoint.scheduling.WorkingHours;

/// What becomes of weekly hours when others hold for a period: those before and after it stay.
final class Weeks {
    private Weeks() {}

    static List<WorkingHours> ofPractitioner(
            List<WorkingHours> all, PractitionerId practitioner, UUID place, Period period, List<WeekdayHours> week) {
        var kept = all.stream()
                .flatMap(hours -> concerns(hours, practitioner, place)
                        ? new Period(hours.effectiveFrom(), hours.effectiveTo())
                                .without(period).stream().map(left -> during(hours, left))
                        : Stream.of(hours));
        var added = week.stream()
                .map(hours -> new WorkingHours(
                        practitioner,
                        place,
                        hours.weekday(),
                        hours.opens(),
                        hours.closes(),
                        period.from(),
                        period.to()));
        return Stream.concat(kept, added).toList();
    }

    static List<OpenHours> ofPlace(List<OpenHours> all, UUID place, Period period, List<WeekdayHours> week) {
        var kept = all.stream()
                .flatMap(hours -> hours.location().equals(place)
                        ? new Period(hours.effectiveFrom(), hours.effectiveTo())
                                .without(period).stream().map(left -> during(hours, left))
                        : Stream.of(hours));
        var added = week.stream()
                .map(hours -> new OpenHours(
                        place, hours.weekday(), hours.opens(), hours.closes(), period.from(), period.to()));
        return Stream.concat(kept, added).toList();
    }

    /// Hours at another place at the same time.
    static Optional<WorkingHours> clash(List<WorkingHours> all, PractitionerId practitioner, UUID place) {
        var here = all.stream()
                .filter(hours -> concerns(hours, practitioner, place))
                .toList();
        return all.stream()
                .filter(hours -> hours.practitioner().equals(practitioner)
                        && !hours.location().equals(place))
                .filter(elsewhere -> here.stream().anyMatch(hours -> meets(hours, elsewhere)))
                .findFirst();
    }

    private static boolean meets(WorkingHours one, WorkingHours other) {
        return new WeekdayHours(one.weekday(), one.opens(), one.closes())
                        .overlaps(new WeekdayHours(other.weekday(), other.opens(), other.closes()))
                && new Period(one.effectiveFrom(), one.effectiveTo())
                        .meets(new Period(other.effectiveFrom(), other.effectiveTo()));
    }

    private static boolean concerns(WorkingHours hours, PractitionerId practitioner, UUID place) {
        return hours.practitioner().equals(practitioner) && hours.location().equals(place);
    }

    private static WorkingHours during(WorkingHours hours, Period period) {
        return new WorkingHours(
                hours.practitioner(),
                hours.location(),
                hours.weekday(),
                hours.opens(),
                hours.closes(),
                period.from(),
                period.to());
    }

    private static OpenHours during(OpenHours hours, Period period) {
        return new OpenHours(
                hours.location(), hours.weekday(), hours.opens(), hours.closes(), period.from(), period.to());
    }
}
