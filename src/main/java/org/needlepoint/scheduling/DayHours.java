package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;

/// The local hours in which one practitioner works at one location, day by day, before what is booked: the
/// practitioner's own other hours, or else the weekly ones, within the location's other hours, or else the practice's,
/// or else the location's weekly ones; minus what is closed.
final class DayHours {
    private final List<WorkingHours> hours;
    private final List<OpenHours> openHours;
    private final List<Closure> closures;
    private final boolean inPerson;
    private final @Nullable Spans[] everyWeek = new @Nullable Spans[8];

    /// @param inPerson whether days of telehealth only are closed
    DayHours(
            PractitionerId practitioner,
            UUID location,
            boolean inPerson,
            List<WorkingHours> hours,
            List<OpenHours> openHours,
            List<Closure> closures) {
        this.hours = hours.stream()
                .filter(stretch -> stretch.practitioner().equals(practitioner)
                        && stretch.location().equals(location))
                .toList();
        this.openHours = openHours.stream()
                .filter(stretch -> stretch.location().equals(location))
                .toList();
        this.closures = closures.stream()
                .filter(closure -> closure.concerns(practitioner, location))
                .toList();
        this.inPerson = inPerson;
    }

    static Spans between(LocalTime opens, LocalTime closes) {
        return Spans.of(opens.toSecondOfDay(), closes.toSecondOfDay());
    }

    /// What the practitioner works and the location is open; hours closed are still in it.
    Spans worked(LocalDate day) {
        if (closures.isEmpty() && openHours.isEmpty()) {
            return weekly(day);
        }
        var planned = otherHours(day, closure -> closure.practitioner() != null).orElse(weekly(day));
        return otherHours(day, closure -> closure.practitioner() == null && closure.location() != null)
                .or(() -> otherHours(day, closure -> closure.practitioner() == null && closure.location() == null))
                .or(() -> open(day))
                .map(planned::and)
                .orElse(planned);
    }

    /// What is closed for such a visit.
    Spans closed(LocalDate day) {
        var closed = Spans.NONE;
        for (var closure : closures) {
            if (closure.closes(inPerson) && closure.covers(day)) {
                closed = closed.plus(span(closure));
            }
        }
        return closed;
    }

    /// The same weekday's hours again and again are put together once, unless some of them begin or end.
    private Spans weekly(LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        var known = everyWeek[weekday];
        if (known != null) {
            return known;
        }
        var worked = Spans.NONE;
        boolean everyWeekTheSame = true;
        for (var stretch : hours) {
            if (stretch.weekday() == day.getDayOfWeek()) {
                everyWeekTheSame &= stretch.effectiveTo() == null && stretch.holdOn(day);
                if (stretch.holdOn(day)) {
                    worked = worked.plus(between(stretch.opens(), stretch.closes()));
                }
            }
        }
        if (everyWeekTheSame) {
            everyWeek[weekday] = worked;
        }
        return worked;
    }

    /// Empty when the location has no hours of its own at that time of the year.
    private Optional<Spans> open(LocalDate day) {
        if (openHours.stream().noneMatch(stretch -> stretch.effectiveOn(day))) {
            return Optional.empty();
        }
        return Optional.of(openHours.stream()
                .filter(stretch -> stretch.effectiveOn(day) && stretch.weekday() == day.getDayOfWeek())
                .map(stretch -> between(stretch.opens(), stretch.closes()))
                .reduce(Spans.NONE, Spans::plus));
    }

    private Optional<Spans> otherHours(LocalDate day, Predicate<Closure> whose) {
        Spans found = null;
        for (var closure : closures) {
            if (closure.kind() == Closure.Kind.OTHER_HOURS && closure.covers(day) && whose.test(closure)) {
                found = found == null ? span(closure) : found.plus(span(closure));
            }
        }
        return Optional.ofNullable(found);
    }

    /// All day, or its times.
    static Spans span(Closure closure) {
        var opens = closure.opens();
        var closes = closure.closes();
        return opens == null || closes == null ? Spans.of(0, 86_400) : between(opens, closes);
    }
}
