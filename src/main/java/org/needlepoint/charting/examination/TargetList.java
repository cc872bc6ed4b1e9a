package org.needlepoint.charting.examination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.examination.TargetEntry.Chosen;
import org.needlepoint.charting.examination.TargetEntry.EnteredInError;
import org.needlepoint.charting.examination.TargetEntry.Moved;
import org.needlepoint.charting.examination.TargetEntry.PutBack;
import org.needlepoint.charting.examination.TargetEntry.TakenOff;
import org.needlepoint.shared.Laterality;

/// What the entries of a visit's targets come to.
///
/// @param standing to be needled, in the practitioner's order
/// @param off      taken off, the latest last; each can be put back
/// @param inError  entered in error: kept in the record and nowhere else
public record TargetList(List<Target> standing, List<Target> off, List<Target> inError) {
    public TargetList {
        standing = List.copyOf(standing);
        off = List.copyOf(off);
        inError = List.copyOf(inError);
    }

    /// Folds entries in the order in which they were said. What is said of a target that nobody chose counts for
    /// nothing.
    public static TargetList of(Collection<TargetEntry> entries) {
        var fold = new Fold();
        entries.forEach(fold::add);
        return new TargetList(numbered(fold.standing), fold.off, fold.inError);
    }

    private static List<Target> numbered(List<Target> standing) {
        var numbered = new ArrayList<Target>();
        standing.forEach(target -> numbered.add(target.at(numbered.size() + 1)));
        return numbered;
    }

    private static final class Fold {
        private final List<Target> standing = new ArrayList<>();
        private final List<Target> off = new ArrayList<>();
        private final List<Target> inError = new ArrayList<>();

        void add(TargetEntry entry) {
            switch (entry.said()) {
                case Chosen chosen -> choose(entry.target(), chosen);
                case Moved(var place) ->
                    take(standing, entry.target())
                            .ifPresent(target -> standing.add(Math.min(place - 1, standing.size()), target));
                case TakenOff() -> take(standing, entry.target()).ifPresent(off::add);
                case PutBack() -> take(off, entry.target()).ifPresent(standing::add);
                case EnteredInError() ->
                    Stream.of(standing, off)
                            .flatMap(list -> take(list, entry.target()).stream())
                            .forEach(inError::add);
            }
        }

        /// A place is on the list once: chosen again, it keeps its id and its place in the order.
        private void choose(TargetId id, Chosen chosen) {
            for (var i = 0; i < standing.size(); i++) {
                if (same(standing.get(i), chosen)) {
                    standing.set(i, target(standing.get(i).id(), chosen));
                    return;
                }
            }
            off.removeIf(target -> same(target, chosen));
            standing.add(target(id, chosen));
        }

        private static Target target(TargetId id, Chosen chosen) {
            return new Target(id, chosen.muscle(), chosen.side(), chosen.point(), chosen.because(), 1);
        }

        private static boolean same(Target target, Chosen chosen) {
            return target.muscle().equals(chosen.muscle())
                    && target.side() == chosen.side()
                    && Objects.equals(target.point(), chosen.point());
        }

        private static Optional<Target> take(List<Target> from, TargetId id) {
            var found = from.stream().filter(target -> target.id().equals(id)).findFirst();
            found.ifPresent(from::remove);
            return found;
        }
    }

    /// The target of a place, when it is on the list.
    public Optional<Target> at(String muscle, Laterality side, @Nullable String point) {
        return standing.stream()
                .filter(target -> target.muscle().equals(muscle)
                        && target.side() == side
                        && Objects.equals(target.point(), point))
                .findFirst();
    }

    /// Whether a muscle on a side, or a point in it, is on the list or was taken off it.
    ///
    /// @param point null for the muscle as a whole
    public boolean considered(String muscle, Laterality side, @Nullable String point) {
        return Stream.of(standing, off)
                .flatMap(List::stream)
                .anyMatch(target -> target.muscle().equals(muscle)
                        && target.side() == side
                        && Objects.equals(target.point(), point));
    }

    /// Whether a target is on the list, was taken off it, or was entered in error.
    boolean knows(TargetId id) {
        return Stream.of(standing, off, inError)
                .flatMap(List::stream)
                .anyMatch(target -> target.id().equals(id));
    }
}
