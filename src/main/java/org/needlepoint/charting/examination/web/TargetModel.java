package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.examination.ProposeTargets;
import org.needlepoint.charting.examination.Target;
import org.needlepoint.charting.examination.TargetWords;
import org.springframework.stereotype.Component;

/// The target list of a visit with what is proposed for it.
@Component
class TargetModel {
    private final ProposeTargets proposeTargets;
    private final TargetWords words;
    private final Knowledge knowledge;

    TargetModel(ProposeTargets proposeTargets, TargetWords words, Knowledge knowledge) {
        this.proposeTargets = proposeTargets;
        this.words = words;
        this.knowledge = knowledge;
    }

    /// The whole list.
    ///
    /// @param proposals from what hands found
    /// @param last      targets of the visit before that are not on the list
    record View(
            List<Line> standing,
            List<Line> off,
            List<Line> inError,
            List<Hollow> proposals,
            List<Hollow> last,
            List<ExamineView.Option> muscles) {}

    /// A target.
    ///
    /// @param up   the place above; 0 for the first
    /// @param down the place below; 0 for the last
    record Line(String id, int place, String label, String because, int up, int down) {}

    /// What could be a target: nothing of it is chosen.
    record Hollow(String muscle, String side, @Nullable String point, String label, String because) {}

    View view(Examined examined, Locale locale) {
        var list = examined.targets();
        var count = list.standing().size();
        return new View(
                IntStream.range(0, count)
                        .mapToObj(i -> line(list.standing().get(i), i, i + 1 < count ? i + 2 : 0, locale))
                        .toList(),
                list.off().stream().map(target -> line(target, 0, 0, locale)).toList(),
                list.inError().stream()
                        .map(target -> line(target, 0, 0, locale))
                        .toList(),
                proposeTargets.proposals(examined.opened(), list).stream()
                        .map(proposal -> new Hollow(
                                proposal.muscle(),
                                proposal.side().name(),
                                proposal.point(),
                                words.label(proposal.muscle(), proposal.side(), proposal.point(), locale),
                                words.because(proposal.because(), locale)))
                        .toList(),
                examined.lastTargets().stream()
                        .filter(target -> list.at(target.muscle(), target.side(), target.point())
                                .isEmpty())
                        .map(target -> new Hollow(
                                target.muscle(),
                                target.side().name(),
                                target.point(),
                                words.label(target, locale),
                                words.because(target.because(), locale)))
                        .toList(),
                knowledge.muscles().stream()
                        .filter(muscle -> muscle.replacedBy() == null)
                        .map(muscle -> new ExamineView.Option(
                                muscle.id(), muscle.name().in(locale)))
                        .toList());
    }

    private Line line(Target target, int up, int down, Locale locale) {
        return new Line(
                target.id().toString(),
                target.order(),
                words.label(target, locale),
                words.because(target.because(), locale),
                up,
                down);
    }
}
