package org.needlepoint.charting.examination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.needlepoint.anatomy.PainRequest.Examined;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.shared.Laterality;

/// What stands of a visit's findings: of each muscle, side and sign the one that was said last.
///
/// @param history in the order in which it was said
public record Examination(List<Finding> history) {
    /// What was said at once is put in the order of the signs; what was said of one sign keeps its order.
    public Examination {
        history = history.stream()
                .sorted(Comparator.comparing(Finding::at).thenComparing(Finding::sign))
                .toList();
    }

    private record Place(String muscle, Laterality side, Sign sign) {}

    /// The findings that stand, in the order in which their places were first examined; what was taken back is left
    /// out.
    public List<Finding> standing() {
        var latest = new LinkedHashMap<Place, Finding>();
        for (var finding : history) {
            latest.put(new Place(finding.muscle(), finding.side(), finding.sign()), finding);
        }
        return latest.values().stream()
                .filter(finding -> finding.outcome() != Outcome.NOT_EXAMINED)
                .toList();
    }

    /// What was found of a sign in a muscle.
    public Outcome outcome(String muscle, Laterality side, Sign sign) {
        return standing().stream()
                .filter(each -> each.muscle().equals(muscle) && each.side() == side && each.sign() == sign)
                .map(Finding::outcome)
                .findFirst()
                .orElse(Outcome.NOT_EXAMINED);
    }

    /// Whether anything was found, or looked for, in a muscle on a side.
    public boolean touched(String muscle, Laterality side) {
        return standing().stream().anyMatch(each -> each.muscle().equals(muscle) && each.side() == side);
    }

    /// As the pain locator takes it.
    public List<Examined> examined() {
        return standing().stream()
                .map(each -> new Examined(each.muscle(), each.side(), each.sign(), each.outcome() == Outcome.FOUND))
                .toList();
    }

    /// What of a muscle's new outcomes differs from what stands, so that saying the same thing twice adds nothing.
    Map<Sign, Outcome> news(String muscle, Laterality side, Map<Sign, Outcome> said) {
        var news = new LinkedHashMap<Sign, Outcome>();
        for (var sign : Sign.values()) {
            var outcome = said.get(sign);
            if (outcome != null && outcome != outcome(muscle, side, sign)) {
                news.put(sign, outcome);
            }
        }
        return news;
    }

    Examination with(Collection<Finding> more) {
        var all = new ArrayList<>(history);
        all.addAll(more);
        return new Examination(all);
    }
}
