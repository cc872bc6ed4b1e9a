package org.needlepoint.anatomy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds things by what people type: any of their names, whole or begun, its words in any order. Case, accents and
/// marks between words do not matter.
///
/// @param <T> what is found
public final class NameSearch<T> {
    private final List<Named<T>> all;

    private record Named<T>(T thing, List<String> names) {}

    private record Hit<T>(T thing, int rank) {}

    /// @param things in the order in which equally good hits are listed
    public NameSearch(List<T> things, Function<T, List<String>> names) {
        all = things.stream()
                .map(thing -> new Named<>(
                        thing,
                        names.apply(thing).stream()
                                .map(NameSearch::plain)
                                .distinct()
                                .toList()))
                .toList();
    }

    /// Best first: the name itself, names that begin so, names whose words begin so.
    ///
    /// @param limit how many at most, 1 or more
    public List<T> find(String typed, int limit) {
        var wanted = plain(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var hits = new ArrayList<Hit<T>>();
        for (var named : all) {
            named.names().stream()
                    .map(name -> rank(name, wanted))
                    .flatMapToInt(OptionalInt::stream)
                    .min()
                    .ifPresent(rank -> hits.add(new Hit<>(named.thing(), rank)));
        }
        return hits.stream()
                .sorted(Comparator.comparingInt(Hit::rank))
                .limit(limit)
                .map(Hit::thing)
                .toList();
    }

    private static OptionalInt rank(String name, String wanted) {
        if (name.equals(wanted)) {
            return OptionalInt.of(0);
        }
        if (name.startsWith(wanted)) {
            return OptionalInt.of(1);
        }
        var words = List.of(name.split(" "));
        boolean begun =
                Stream.of(wanted.split(" ")).allMatch(start -> words.stream().anyMatch(word -> word.startsWith(start)));
        return begun ? OptionalInt.of(2) : OptionalInt.empty();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
