package org.needlepoint.charting.note;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.MapPoint;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.Placement;

/// What more was charted of needles of one kind in one muscle, in words; only what somebody charted.
final class MoreOfNeedles {
    private final NoteWords words;
    private final Function<MapPoint, String> where;
    private final List<Needle> needles;
    private final List<String> said = new ArrayList<>();

    private MoreOfNeedles(NoteWords words, Function<MapPoint, String> where, List<Needle> needles) {
        this.words = words;
        this.where = where;
        this.needles = needles;
    }

    /// @param where says where a point of the body map lies
    static List<String> of(NoteWords words, Function<MapPoint, String> where, List<Needle> needles) {
        var more = new MoreOfNeedles(words, where, needles);
        more.placements();
        more.stays();
        more.moved();
        more.felt();
        return List.copyOf(more.said);
    }

    private void placements() {
        list("note.more.site", Placement::site);
        points();
        list("note.more.depth", Placement::depthMm);
        list("note.more.lot", Placement::lot);
        list(
                "note.more.position",
                it -> it.position() == null
                        ? null
                        : words.say("note.position." + it.position().code()));
        int again = needles.stream().mapToInt(it -> it.again().size()).sum();
        if (again > 0) {
            said.add(words.say("note.more.again", again));
        }
    }

    /// Each place once, in the order in which they were marked.
    private void points() {
        var places = needles.stream()
                .flatMap(MoreOfNeedles::placementsOf)
                .flatMap(placement -> Stream.ofNullable(placement.point()))
                .map(where)
                .distinct()
                .toList();
        if (!places.isEmpty()) {
            said.add(words.say("note.more.point", String.join("; ", places)));
        }
    }

    /// Each value once, in order.
    private <T extends Comparable<T>> void list(String key, Function<Placement, @Nullable T> value) {
        var values = new TreeSet<T>();
        for (var needle : needles) {
            placementsOf(needle).map(value).filter(Objects::nonNull).forEach(values::add);
        }
        if (!values.isEmpty()) {
            said.add(words.say(
                    key, words.list(values.stream().map(Object::toString).toList())));
        }
    }

    private static Stream<Placement> placementsOf(Needle needle) {
        return Stream.concat(
                Stream.ofNullable(needle.placement()), needle.again().stream().map(Needle.Again::placement));
    }

    /// How long they were in, from the shortest to the longest, and as planned.
    private void stays() {
        var seconds = needles.stream()
                .filter(it -> it.insertedAt() != null && it.removedAt() != null)
                .mapToLong(
                        it -> Duration.between(it.insertedAt(), it.removedAt()).toSeconds())
                .filter(it -> it >= 0)
                .summaryStatistics();
        boolean planned =
                needles.stream().flatMap(MoreOfNeedles::placementsOf).anyMatch(it -> it.dwellSeconds() != null);
        if (planned && seconds.getCount() > 0) {
            var shortest = span(seconds.getMin());
            var longest = span(seconds.getMax());
            said.add(
                    shortest.equals(longest)
                            ? words.say("note.more.stay", shortest)
                            : words.say("note.more.stay.range", shortest, longest));
        }
    }

    private String span(long seconds) {
        return seconds < 60 ? words.say("note.span.seconds", seconds) : words.say("note.span.minutes", seconds / 60);
    }

    private void moved() {
        needles.stream()
                .flatMap(it -> it.moved().stream())
                .map(it -> words.say("note.more." + it.how().code(), it.seconds()))
                .distinct()
                .forEach(said::add);
        needles.stream()
                .flatMap(it -> it.currents().stream())
                .map(it -> words.say(
                        "note.more.current",
                        words.say("note.current." + it.mode().code()),
                        it.hertz(),
                        it.milliamps(),
                        it.minutes()))
                .distinct()
                .forEach(said::add);
    }

    private void felt() {
        var felt = needles.stream()
                .flatMap(it -> it.felt().stream())
                .distinct()
                .sorted()
                .map(it -> words.say("note.felt." + it.code()))
                .toList();
        if (!felt.isEmpty()) {
            said.add(words.say("note.more.felt", words.list(felt)));
        }
        needles.stream()
                .flatMap(it -> it.borne().stream())
                .distinct()
                .sorted()
                .map(it -> words.say("note.borne." + it.code()))
                .forEach(said::add);
    }
}
