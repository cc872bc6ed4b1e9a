package org.needlepoint.frontdoor.calendar.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Overlap;
import org.needlepoint.scheduling.Place;
import org.needlepoint.scheduling.RoomId;
import org.springframework.web.util.UriComponentsBuilder;

/// Where a visit shall go, as typed or dragged.
///
/// @param room   empty: the one it has, or the first that is free
/// @param beyond present: outside the hours too
/// @param role   of an overlap on purpose; empty: none
record PlaceForm(
        @Nullable String date,
        @Nullable String time,
        @Nullable String minutes,
        @Nullable String practitioner,
        @Nullable String location,
        @Nullable String room,
        @Nullable String beyond,
        @Nullable String role,
        @Nullable String why) {
    /// What became of the form.
    sealed interface Reading {
        record Valid(Place place) implements Reading {}

        /// The names of the fields that need another look.
        record Invalid(List<String> fields) implements Reading {}
    }

    /// The same with gaps filled from another, the room too.
    PlaceForm orAsItIs(PlaceForm usual) {
        var filled = or(usual);
        return room != null
                ? filled
                : new PlaceForm(
                        filled.date,
                        filled.time,
                        filled.minutes,
                        filled.practitioner,
                        filled.location,
                        usual.room,
                        beyond,
                        role,
                        why);
    }

    /// The same with gaps filled from another. Who does not name a room takes the one that is free.
    PlaceForm or(PlaceForm usual) {
        return new PlaceForm(
                first(date, usual.date),
                first(time, usual.time),
                first(minutes, usual.minutes),
                first(practitioner, usual.practitioner),
                first(location, usual.location),
                room,
                beyond,
                role,
                why);
    }

    /// The address of the form for a visit, filled in like this: ids, a date and a time, nothing about a person.
    String path(UUID visit) {
        return UriComponentsBuilder.fromPath("/calendar/visits/{visit}")
                .queryParam("date", "{date}")
                .queryParam("time", "{time}")
                .queryParam("minutes", "{minutes}")
                .queryParam("practitioner", "{practitioner}")
                .queryParam("location", "{location}")
                .encode()
                .buildAndExpand(visit, date, time, minutes, practitioner, location)
                .toUriString();
    }

    /// Whether it asks for more than a free time within the hours.
    boolean isSpecial() {
        return beyond != null || !isBlank(role) || !isBlank(why);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() ? other : one.strip();
    }

    /// For a new visit.
    Reading read(Practice practice) {
        return read(practice, 0);
    }

    /// For a visit that is there.
    ///
    /// @param asItIs its minutes. Services need not last a multiple of five; lengths count by fives from there too
    Reading read(Practice practice, int asItIs) {
        var wrong = new ArrayList<String>();
        var day = date(wrong);
        var clock = time(wrong);
        var length = length(asItIs, wrong);
        var person = id(practitioner, "practitioner", wrong);
        var place = place(practice, wrong);
        var overlap = overlap(wrong);
        if (day.isEmpty() || clock.isEmpty() || person.isEmpty() || place.isEmpty() || !wrong.isEmpty()) {
            return new Reading.Invalid(List.copyOf(wrong));
        }
        var start = instant(day.get().atTime(clock.get()), place.get());
        if (start.isEmpty()) {
            return new Reading.Invalid(List.of("time"));
        }
        var chosen = room == null || room.isBlank() ? Optional.<UUID>empty() : id(room, "room", wrong);
        return wrong.isEmpty()
                ? new Reading.Valid(new Place(
                        new PractitionerId(person.get()),
                        place.get().id(),
                        start.get(),
                        length.orElse(null),
                        chosen.map(RoomId::new).orElse(null),
                        overlap.orElse(null),
                        beyond != null))
                : new Reading.Invalid(List.copyOf(wrong));
    }

    /// Empty for a time that the clocks skip there on that day.
    private static Optional<Instant> instant(LocalDateTime local, Practice.Location place) {
        var start = local.atZone(place.zone());
        return start.toLocalDateTime().equals(local) ? Optional.of(start.toInstant()) : Optional.empty();
    }

    private Optional<LocalDate> date(List<String> wrong) {
        try {
            return Optional.of(LocalDate.parse(date == null ? "" : date));
        } catch (DateTimeException e) {
            wrong.add("date");
            return Optional.empty();
        }
    }

    private Optional<LocalTime> time(List<String> wrong) {
        try {
            return Optional.of(LocalTime.parse(time == null ? "" : time));
        } catch (DateTimeException e) {
            wrong.add("time");
            return Optional.empty();
        }
    }

    private Optional<Integer> length(int asItIs, List<String> wrong) {
        if (minutes == null) {
            return Optional.empty();
        }
        if (!minutes.matches("\\d{1,3}")) {
            wrong.add("minutes");
            return Optional.empty();
        }
        int number = Integer.parseInt(minutes);
        boolean byFives = number % Place.STEP_MINUTES == 0 || (number - asItIs) % Place.STEP_MINUTES == 0;
        if (number < Place.STEP_MINUTES || number > 480 || !byFives) {
            wrong.add("minutes");
        }
        return Optional.of(number);
    }

    private Optional<Practice.Location> place(Practice practice, List<String> wrong) {
        var places = practice.locations();
        var found = location == null && places.size() == 1
                ? Optional.of(places.getFirst())
                : places.stream()
                        .filter(each -> each.id().toString().equals(location))
                        .findFirst();
        if (found.isEmpty()) {
            wrong.add("location");
        }
        return found;
    }

    private Optional<Overlap> overlap(List<String> wrong) {
        if (role == null || role.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Overlap(Overlap.Role.of(role), why == null ? "" : why));
        } catch (IllegalArgumentException e) {
            wrong.add("why");
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(@Nullable String text, String field, List<String> wrong) {
        try {
            return Optional.of(UUID.fromString(text == null ? "" : text));
        } catch (IllegalArgumentException e) {
            wrong.add(field);
            return Optional.empty();
        }
    }
}
