package org.needlepoint.charting.examination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainRequest.Examined;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.shared.Laterality;

/// What stands of a visit's findings: of each muscle or point in it, side and sign the one that was said last.
///
/// @param history in the order in which it was said
public record Examination(List<Finding> history) {
    /// What was said at once is put in the order of the signs; what was said of one sign keeps its order.
    public Examination {
        history = history.stream()
                .sorted(Comparator.comparing(Finding::at).thenComparing(Finding::sign))
                .toList();
    }

    private record Place(
            String muscle, Laterality side, @Nullable String point, Sign sign) {}

    /// The findings that stand, in the order in which their places were first examined; what was taken back is left
    /// out.
    public List<Finding> standing() {
        var latest = new LinkedHashMap<Place, Finding>();
        for (var finding : history) {
            latest.put(new Place(finding.muscle(), finding.side(), finding.point(), finding.sign()), finding);
        }
        return latest.values().stream()
                .filter(finding -> finding.outcome() != Outcome.NOT_EXAMINED)
                .toList();
    }

    /// What stands of a muscle, or of a point in it.
    ///
    /// @param point null for what was said of the muscle as a whole
    public List<Finding> of(String muscle, Laterality side, @Nullable String point) {
        return standing().stream()
                .filter(each ->
                        each.muscle().equals(muscle) && each.side() == side && Objects.equals(each.point(), point))
                .toList();
    }

    /// What stands of a sign in a muscle, or in a point of it.
    public Optional<Finding> finding(String muscle, Laterality side, @Nullable String point, Sign sign) {
        return of(muscle, side, point).stream()
                .filter(each -> each.sign() == sign)
                .findFirst();
    }

    /// What was found of a sign in a muscle as a whole.
    public Outcome outcome(String muscle, Laterality side, Sign sign) {
        return outcome(muscle, side, null, sign);
    }

    /// What was found of a sign in a muscle, or in a point of it.
    public Outcome outcome(String muscle, Laterality side, @Nullable String point, Sign sign) {
        return finding(muscle, side, point, sign).map(Finding::outcome).orElse(Outcome.NOT_EXAMINED);
    }

    /// Names of the points of a muscle of which something stands, in the order in which they were examined.
    public List<String> points(String muscle, Laterality side) {
        return standing().stream()
                .filter(each -> each.muscle().equals(muscle) && each.side() == side)
                .flatMap(each -> Optional.ofNullable(each.point()).stream())
                .distinct()
                .toList();
    }

    /// Whether anything was found, or looked for, in a muscle on a side.
    public boolean touched(String muscle, Laterality side) {
        return standing().stream().anyMatch(each -> each.muscle().equals(muscle) && each.side() == side);
    }

    /// As the pain locator takes it, muscle by muscle: a sign is there when it is in the muscle or in any of its
    /// points.
    public List<Examined> examined() {
        var found = new LinkedHashMap<Place, Boolean>();
        for (var each : standing()) {
            found.merge(
                    new Place(each.muscle(), each.side(), null, each.sign()),
                    each.outcome() == Outcome.FOUND,
                    Boolean::logicalOr);
        }
        return found.entrySet().stream()
                .map(each -> new Examined(
                        each.getKey().muscle(),
                        each.getKey().side(),
                        each.getKey().sign(),
                        each.getValue()))
                .toList();
    }

    /// What of a muscle's new outcomes differs from what stands, so that saying the same thing twice adds nothing.
    Map<Sign, Outcome> news(
            String muscle,
            Laterality side,
            @Nullable String point,
            Map<Sign, Outcome> said,
            @Nullable List<ZonePlace> zones) {
        var news = new LinkedHashMap<Sign, Outcome>();
        for (var sign : Sign.values()) {
            var outcome = said.get(sign);
            if (outcome != null
                    && (outcome != outcome(muscle, side, point, sign)
                            || (sign == Sign.REFERRED_PAIN && moved(muscle, side, point, zones)))) {
                news.put(sign, outcome);
            }
        }
        return news;
    }

    private boolean moved(String muscle, Laterality side, @Nullable String point, @Nullable List<ZonePlace> zones) {
        return zones != null
                && !finding(muscle, side, point, Sign.REFERRED_PAIN)
                        .map(Finding::zones)
                        .orElse(List.of())
                        .equals(zones);
    }

    Examination with(Collection<Finding> more) {
        var all = new ArrayList<>(history);
        all.addAll(more);
        return new Examination(all);
    }
}
