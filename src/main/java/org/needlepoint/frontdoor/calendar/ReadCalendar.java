package org.needlepoint.frontdoor.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.calendar.Column.Item;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Block;
import org.needlepoint.scheduling.Blocks;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Delay;
import org.needlepoint.scheduling.Delays;
import org.needlepoint.scheduling.Overlaps;
import org.needlepoint.scheduling.Room;
import org.needlepoint.scheduling.Rooms;
import org.needlepoint.scheduling.WorkedHours;
import org.needlepoint.scheduling.WorkedHours.Worked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads what stands in the calendar, in columns.
@Service
public class ReadCalendar {
    private final Calendar calendar;
    private final Blocks blocks;
    private final Overlaps overlaps;
    private final Delays delays;
    private final WorkedHours workedHours;
    private final Practitioners practitioners;
    private final Rooms rooms;
    private final Clock clock;

    ReadCalendar(
            Calendar calendar,
            Blocks blocks,
            Overlaps overlaps,
            Delays delays,
            WorkedHours workedHours,
            Practitioners practitioners,
            Rooms rooms,
            Clock clock) {
        this.calendar = calendar;
        this.blocks = blocks;
        this.overlaps = overlaps;
        this.delays = delays;
        this.workedHours = workedHours;
        this.practitioners = practitioners;
        this.rooms = rooms;
        this.clock = clock;
    }

    /// Something that has a column of its own.
    ///
    /// @param id    null: the visits that have none of the kind
    /// @param place the location it stands at; null: none in particular
    public record Resource(
            @Nullable UUID id, String name, @Nullable UUID place) {}

    /// One day: a column for each that works, or has something, on it; all of them where none does.
    @Transactional(readOnly = true)
    public List<Column> day(Practice practice, LocalDate day, By by) {
        var stock = stock(practice, day, day);
        var columns = resources(practice, by, stock).stream()
                .map(resource -> column(resource, day, by, stock))
                .toList();
        var shown = columns.stream()
                .filter(column -> by != By.PRACTITIONER
                        || !column.hours().isEmpty()
                        || !column.items().isEmpty())
                .toList();
        return shown.isEmpty() ? columns : shown;
    }

    /// Seven days of one resource, side by side.
    @Transactional(readOnly = true)
    public List<Column> week(Practice practice, LocalDate monday, By by, Resource resource) {
        var stock = stock(practice, monday, monday.plusDays(6));
        return monday.datesUntil(monday.plusDays(7))
                .map(day -> column(resource, day, by, stock))
                .toList();
    }

    /// All that can have a column, in the order of lists.
    @Transactional(readOnly = true)
    public List<Resource> resources(Practice practice, By by) {
        return switch (by) {
            case PRACTITIONER ->
                practitioners.active(practice.id()).stream()
                        .map(ReadCalendar::resource)
                        .toList();
            case LOCATION ->
                practice.locations().stream()
                        .map(place -> new Resource(place.id(), place.name(), place.id()))
                        .toList();
            case ROOM ->
                rooms.active(practice.id()).stream().map(ReadCalendar::resource).toList();
        };
    }

    private static Resource resource(Practitioner person) {
        return new Resource(person.id().value(), person.name(), null);
    }

    private static Resource resource(Room room) {
        return new Resource(room.id().value(), room.name(), room.location());
    }

    private record Stock(List<Item> items, List<Worked> worked) {}

    private Stock stock(Practice practice, LocalDate first, LocalDate last) {
        var why = overlaps.between(practice.id(), first, last);
        var late = delays.on(practice.id(), LocalDate.ofInstant(clock.instant(), practice.zone()));
        var visits = calendar.days(practice.id(), first, last).stream().map(line ->
                (Item) new Item.Visit(line, why.get(line.appointment().id()), delay(line.appointment(), late)));
        var kept = blocks.between(practice.id(), first, last).stream().map(block -> (Item) new Item.Blocked(block));
        return new Stock(Stream.concat(visits, kept).toList(), workedHours.between(practice.id(), first, last));
    }

    private @Nullable Delay delay(Appointment visit, List<Delay> late) {
        var now = clock.instant();
        return late.stream()
                .filter(delay -> delay.isLate() && delay.concerns(visit, now))
                .findFirst()
                .orElse(null);
    }

    /// Those of lists, then whoever has left but still has something here, then what has none.
    private List<Resource> resources(Practice practice, By by, Stock stock) {
        var found = new ArrayList<>(resources(practice, by));
        var known = new HashSet<>(found.stream().map(Resource::id).toList());
        for (var item : stock.items()) {
            if (item instanceof Item.Visit visit && known.add(id(visit, by))) {
                var id = id(visit, by);
                found.add(new Resource(id, by == By.PRACTITIONER ? visit.line().practitioner() : "", null));
            }
        }
        return found;
    }

    private static @Nullable UUID id(Item.Visit visit, By by) {
        var appointment = visit.line().appointment();
        return switch (by) {
            case PRACTITIONER -> appointment.practitioner().value();
            case LOCATION -> appointment.location();
            case ROOM -> room(appointment);
        };
    }

    private static @Nullable UUID room(Appointment appointment) {
        var room = appointment.room();
        return room == null ? null : room.value();
    }

    private static Column column(Resource resource, LocalDate day, By by, Stock stock) {
        return new Column(
                resource.id(),
                resource.name(),
                day,
                hours(resource, day, by, stock.worked()),
                stock.items().stream()
                        .filter(item -> touches(item, day))
                        .filter(belongs(resource, by))
                        .sorted(Comparator.comparing(Item::start))
                        .toList());
    }

    private static boolean touches(Item item, LocalDate day) {
        return item.start().isBefore(day.plusDays(1).atStartOfDay())
                && item.end().isAfter(day.atStartOfDay());
    }

    private static Predicate<Item> belongs(Resource resource, By by) {
        return item -> switch (item) {
            case Item.Visit visit -> Objects.equals(id(visit, by), resource.id());
            case Item.Blocked(var block) ->
                kind(by) == block.kind() && block.resource().equals(resource.id());
        };
    }

    private static Block.@Nullable Kind kind(By by) {
        return switch (by) {
            case PRACTITIONER -> Block.Kind.PRACTITIONER;
            case ROOM -> Block.Kind.ROOM;
            case LOCATION -> null;
        };
    }

    private static List<Column.Hours> hours(Resource resource, LocalDate day, By by, List<Worked> worked) {
        var sorted = worked.stream()
                .filter(each -> each.day().equals(day))
                .filter(each -> by == By.PRACTITIONER
                        ? each.practitioner().value().equals(resource.id())
                        : each.location().equals(resource.place()))
                .map(each -> new Column.Hours(each.opens(), each.closes()))
                .sorted(Comparator.comparing(Column.Hours::opens))
                .toList();
        var joined = new ArrayList<Column.Hours>();
        for (var next : sorted) {
            if (!joined.isEmpty() && !next.opens().isAfter(joined.getLast().closes())) {
                var last = joined.removeLast();
                joined.add(new Column.Hours(
                        last.opens(), last.closes().isAfter(next.closes()) ? last.closes() : next.closes()));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }
}
