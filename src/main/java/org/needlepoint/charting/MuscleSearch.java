package org.needlepoint.charting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.springframework.stereotype.Component;

/// Finds muscles by what a practitioner types: any name, in English, Spanish or Latin, or an everyday one ("QL", "upper
/// traps"), whole or begun, its words in any order.
@Component
public final class MuscleSearch {
    private final List<Named> muscles;

    private record Named(Muscle muscle, List<String> names) {}

    private record Hit(Muscle muscle, int rank) {}

    MuscleSearch(Knowledge knowledge) {
        muscles = knowledge.muscles().stream()
                .filter(muscle -> muscle.replacedBy() == null)
                .map(muscle -> new Named(muscle, names(muscle)))
                .toList();
    }

    private static List<String> names(Muscle muscle) {
        return Stream.of(
                        Stream.of(
                                muscle.name().en(),
                                muscle.name().es(),
                                muscle.latin().name()),
                        muscle.synonyms().en().stream(),
                        muscle.synonyms().es().stream())
                .flatMap(it -> it)
                .map(MuscleSearch::plain)
                .distinct()
                .toList();
    }

    /// Best first: the name itself, names that begin so, names whose words begin so; within these from head to foot.
    ///
    /// @param limit how many at most, 1 or more
    public List<Muscle> find(String typed, int limit) {
        var wanted = plain(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        for (var named : muscles) {
            named.names().stream()
                    .map(name -> rank(name, wanted))
                    .flatMapToInt(OptionalInt::stream)
                    .min()
                    .ifPresent(rank -> hits.add(new Hit(named.muscle(), rank)));
        }
        return hits.stream()
                .sorted(Comparator.comparingInt(Hit::rank)
                        .thenComparing(hit -> hit.muscle().order()))
                .limit(limit)
                .map(Hit::muscle)
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
        boolean all =
                Stream.of(wanted.split(" ")).allMatch(start -> words.stream().anyMatch(word -> word.startsWith(start)));
        return all ? OptionalInt.of(2) : OptionalInt.empty();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
