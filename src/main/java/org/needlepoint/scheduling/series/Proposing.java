package org.needlepoint.scheduling.series;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.series.Occurrence.Collides;
import org.needlepoint.scheduling.series.Occurrence.Fits;
import org.needlepoint.scheduling.series.Occurrence.Shifted;
import org.needlepoint.scheduling.series.Occurrence.Why;

/// The rule behind a [Proposal]. People come at the same time to the same practitioner where they can: the usual place
/// is the one that is free on most days, the usual time of a weekday the one that is free on most of its days.
final class Proposing {
    private static final int ALTERNATIVES = 3;
    private static final int DAYS_AROUND = 6;

    private final Rhythm rhythm;
    private final Proposal.Calendar calendar;
    private final List<LocalDate> days;
    private final Map<LocalDate, List<Opening>> openings;
    private final Optional<Place> usualPlace;
    private final Map<DayOfWeek, LocalTime> usualTimes;

    /// With whom and where.
    private record Place(PractitionerId practitioner, UUID location) {
        static Place of(Opening opening) {
            return new Place(opening.practitioner(), opening.location());
        }
    }

    Proposing(Rhythm rhythm, Proposal.Calendar calendar) {
        this.rhythm = rhythm;
        this.calendar = calendar;
        this.days = rhythm.days();
        this.openings = calendar.openings().stream()
                .collect(Collectors.groupingBy(opening -> opening.start().toLocalDate()));
        this.usualPlace = mostFrequent(days.stream()
                .flatMap(day -> free(day).stream().map(Place::of).distinct())
                .toList());
        this.usualTimes = days.stream().collect(Collectors.groupingBy(LocalDate::getDayOfWeek)).entrySet().stream()
                .flatMap(weekday ->
                        usualTime(weekday.getValue()).map(time -> Map.entry(weekday.getKey(), time)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<LocalTime> usualTime(List<LocalDate> sameWeekday) {
        return mostFrequent(sameWeekday.stream()
                .flatMap(day -> free(day).stream())
                .filter(this::usuallyPlaced)
                .map(opening -> opening.start().toLocalTime())
                .sorted()
                .toList());
    }

    /// The first of those that occur most often.
    private static <T> Optional<T> mostFrequent(List<T> values) {
        var count = new LinkedHashMap<T, Integer>();
        values.forEach(value -> count.merge(value, 1, Integer::sum));
        return count.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey);
    }

    List<Occurrence> occurrences() {
        return IntStream.range(0, days.size()).mapToObj(this::occurrence).toList();
    }

    private Occurrence occurrence(int at) {
        var day = days.get(at);
        var free = free(day);
        if (free.isEmpty()) {
            return new Collides(day, why(day), alternatives(at));
        }
        var best = free.stream().min(likeness(day)).orElseThrow();
        return isUsual(best) ? new Fits(day, best) : new Shifted(day, best, alternatives(at, best));
    }

    private boolean isUsual(Opening opening) {
        return usuallyPlaced(opening)
                && opening.start()
                        .toLocalTime()
                        .equals(usualTimes.get(opening.start().getDayOfWeek()));
    }

    private boolean usuallyPlaced(Opening opening) {
        return usualPlace.filter(Place.of(opening)::equals).isPresent();
    }

    /// The openings of a day that the rhythm wants and the patient can take.
    private List<Opening> free(LocalDate day) {
        return on(day).stream()
                .filter(opening -> rhythm.wants(opening.start().toLocalTime()))
                .filter(this::possible)
                .toList();
    }

    private List<Opening> on(LocalDate day) {
        return Optional.ofNullable(openings.get(day)).orElse(List.of());
    }

    private boolean possible(Opening opening) {
        return calendar.visits().stream().noneMatch(visit -> visit.overlaps(opening))
                && tooCloseTo(opening.start().toLocalDate()).isEmpty();
    }

    private Optional<LocalDate> tooCloseTo(LocalDate day) {
        return calendar.visits().stream()
                .filter(Proposal.Visit::sameService)
                .map(visit -> visit.start().toLocalDate())
                .filter(visit -> !rhythm.keepsApart(visit, day))
                .min(Comparator.naturalOrder());
    }

    private Why why(LocalDate day) {
        if (day.isAfter(calendar.horizon())) {
            return new Why.BeyondHorizon(calendar.horizon());
        }
        var close = tooCloseTo(day);
        if (close.isPresent()) {
            return new Why.TooClose(close.get());
        }
        var wanted = on(day).stream()
                .filter(opening -> rhythm.wants(opening.start().toLocalTime()))
                .toList();
        return calendar.visits().stream()
                .filter(visit -> wanted.stream().anyMatch(visit::overlaps))
                .findFirst()
                .<Why>map(visit -> new Why.PatientBusy(visit.start()))
                .or(() -> calendar.closedOn(day).map(Why.Closed::new))
                .orElseGet(Why.NothingFree::new);
    }

    private List<Opening> alternatives(int at, Opening... but) {
        var day = days.get(at);
        var first = at == 0 ? rhythm.first() : days.get(at - 1).plusDays(rhythm.daysApart());
        var last = at == days.size() - 1
                ? day.plusDays(DAYS_AROUND)
                : days.get(at + 1).minusDays(rhythm.daysApart());
        return IntStream.rangeClosed(-DAYS_AROUND, DAYS_AROUND)
                .mapToObj(day::plusDays)
                .filter(near -> !near.isBefore(first) && !near.isAfter(last))
                .flatMap(near -> on(near).stream()
                        .filter(this::possible)
                        .filter(other -> !List.of(but).contains(other))
                        .min(Comparator.comparing((Opening opening) ->
                                        !rhythm.wants(opening.start().toLocalTime()))
                                .thenComparing(likeness(day)))
                        .stream())
                .sorted(Comparator.comparingLong((Opening opening) ->
                        Math.abs(ChronoUnit.DAYS.between(day, opening.start().toLocalDate()))))
                .limit(ALTERNATIVES)
                .toList();
    }

    /// The usual place first, then the time nearest to the usual one of that weekday.
    private Comparator<Opening> likeness(LocalDate day) {
        var usual = Optional.ofNullable(usualTimes.get(day.getDayOfWeek())).orElse(rhythm.earliest());
        return Comparator.comparing((Opening opening) -> !usuallyPlaced(opening))
                .thenComparing(opening ->
                        Duration.between(usual, opening.start().toLocalTime()).abs())
                .thenComparing(Opening::start);
    }
}
