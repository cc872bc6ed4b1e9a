package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;

/// All that says when people work and places are open, as it stands or as it would stand after a change. The same rule
/// answers what can be booked, what no longer fits, and what the practice tells the world.
///
/// @param weekly of practitioners who treat; the visits of others fit nowhere
public record Timetable(List<WorkingHours> weekly, List<OpenHours> places, List<Closure> closures) {
    public Timetable {
        weekly = List.copyOf(weekly);
        places = List.copyOf(places);
        closures = List.copyOf(closures);
    }

    /// With days that differ; those of the same id are replaced.
    public Timetable with(Closure closure) {
        return new Timetable(
                weekly,
                places,
                Stream.concat(without(closure.id()).closures.stream(), Stream.of(closure))
                        .toList());
    }

    /// Without some days that differ.
    public Timetable without(UUID closure) {
        return new Timetable(
                weekly,
                places,
                closures.stream().filter(each -> !each.id().equals(closure)).toList());
    }

    /// With other weekly hours of practitioners.
    public Timetable withWeekly(List<WorkingHours> others) {
        return new Timetable(others, places, closures);
    }

    /// With other weekly hours of places.
    public Timetable withPlaces(List<OpenHours> others) {
        return new Timetable(weekly, others, closures);
    }

    /// Whether a visit lies in the hours that its practitioner works at its place.
    public boolean allows(Appointment visit) {
        var first = LocalDate.ofInstant(visit.startsAt(), visit.zone());
        var hours = hours(visit.practitioner(), visit.location(), visit.modality() == Modality.IN_PERSON);
        var pieces = ZonePieces.of(visit.zone(), first, first);
        return pieces.instants(first, hours.worked(first).minus(hours.closed(first)))
                .holds(visit.startsAt().getEpochSecond(), visit.endsAt().getEpochSecond());
    }

    /// The entry that takes a visit's time away; empty when it fits, and when the weekly hours themselves do not hold
    /// it.
    public Optional<Closure> against(Appointment visit) {
        return closures.stream()
                .filter(closure -> !new Timetable(weekly, places, List.of(closure)).allows(visit))
                .findFirst()
                .filter(_ -> new Timetable(weekly, places, List.of()).allows(visit));
    }

    /// When a place is open on a day: the hours that are stated for it, or else those in which somebody treats there.
    /// Where nobody treats all day, it is closed whatever is stated.
    public OpenDay on(LocalDate day, UUID place) {
        var because = closures.stream()
                .filter(closure -> ofPlace(closure, place) && closure.covers(day))
                .findFirst()
                .orElse(null);
        return new OpenDay(stretches(open(day, place, true)), stretches(open(day, place, false)), because);
    }

    /// When a place is open on such a day if nothing differs.
    public OpenDay usually(LocalDate day, UUID place) {
        return new Timetable(weekly, places, List.of()).on(day, place);
    }

    /// When somebody treats on such a day, at any place, if nothing differs.
    public List<Stretch> usually(LocalDate day, PractitionerId practitioner) {
        var plain = new Timetable(weekly, places, List.of());
        var worked = Spans.NONE;
        for (var place : plain.placesOf(practitioner)) {
            worked = worked.plus(plain.hours(practitioner, place, false).worked(day));
        }
        return stretches(worked);
    }

    /// The days from first to last, both included, that something might make differ.
    public Set<LocalDate> touched(LocalDate first, LocalDate last) {
        var days = new java.util.TreeSet<LocalDate>();
        for (var closure : closures) {
            var from = closure.firstDay().isBefore(first) ? first : closure.firstDay();
            var to = closure.lastDay().isAfter(last) ? last : closure.lastDay();
            for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
                days.add(day);
            }
        }
        return days;
    }

    private Spans open(LocalDate day, UUID place, boolean inPerson) {
        var worked = Spans.NONE;
        var closed = Spans.NONE;
        for (var practitioner : people(place)) {
            var hours = hours(practitioner, place, inPerson);
            worked = worked.plus(hours.worked(day).minus(hours.closed(day)));
        }
        var stated = stated(day, place);
        if (worked.size() == 0 || stated == null) {
            return worked;
        }
        for (var closure : closures) {
            if (ofPlace(closure, place) && closure.closes(inPerson) && closure.covers(day)) {
                closed = closed.plus(DayHours.span(closure));
            }
        }
        return stated.minus(closed);
    }

    private @Nullable Spans stated(LocalDate day, UUID place) {
        return otherHours(day, closure -> place.equals(closure.location()))
                .or(() -> otherHours(day, closure -> closure.location() == null))
                .or(() -> everyWeek(day, place))
                .orElse(null);
    }

    private Optional<Spans> otherHours(LocalDate day, Predicate<Closure> whose) {
        return closures.stream()
                .filter(closure -> closure.practitioner() == null
                        && closure.kind() == Closure.Kind.OTHER_HOURS
                        && closure.covers(day)
                        && whose.test(closure))
                .map(DayHours::span)
                .reduce(Spans::plus);
    }

    private Optional<Spans> everyWeek(LocalDate day, UUID place) {
        var ofPlace = places.stream()
                .filter(hours -> hours.location().equals(place) && hours.effectiveOn(day))
                .toList();
        return ofPlace.isEmpty()
                ? Optional.empty()
                : Optional.of(ofPlace.stream()
                        .filter(hours -> hours.weekday() == day.getDayOfWeek())
                        .map(hours -> DayHours.between(hours.opens(), hours.closes()))
                        .reduce(Spans.NONE, Spans::plus));
    }

    private static boolean ofPlace(Closure closure, UUID place) {
        return closure.practitioner() == null
                && (closure.location() == null || closure.location().equals(place));
    }

    private Set<PractitionerId> people(UUID place) {
        var people = new LinkedHashSet<PractitionerId>();
        weekly.stream()
                .filter(hours -> hours.location().equals(place))
                .forEach(hours -> people.add(hours.practitioner()));
        closures.stream()
                .filter(closure -> place.equals(closure.location()))
                .map(Closure::practitioner)
                .filter(Objects::nonNull)
                .forEach(people::add);
        return people;
    }

    private Set<UUID> placesOf(PractitionerId practitioner) {
        var found = new LinkedHashSet<UUID>();
        weekly.stream()
                .filter(hours -> hours.practitioner().equals(practitioner))
                .forEach(hours -> found.add(hours.location()));
        return found;
    }

    private DayHours hours(PractitionerId practitioner, UUID place, boolean inPerson) {
        return new DayHours(practitioner, place, inPerson, weekly, places, closures);
    }

    private static List<Stretch> stretches(Spans spans) {
        var found = new ArrayList<Stretch>();
        for (int i = 0; i < spans.size(); i++) {
            found.add(new Stretch(
                    LocalTime.ofSecondOfDay(spans.start(i)), LocalTime.ofSecondOfDay(Math.min(spans.end(i), 86_399))));
        }
        return found;
    }
}
