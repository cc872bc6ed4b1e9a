package org.needlepoint.charting.needling.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Hazard;
import org.needlepoint.anatomy.Review;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.charting.needling.Choice;
import org.needlepoint.charting.needling.Choice.Interruption;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// The card of a chosen muscle: what is near it, what stands in the way, and the needle's settings as they were last.
@Component
class NeedleCard {
    /// Sizes in common sale, in thousandths of a millimetre. A list to choose from, no advice.
    private static final List<Integer> DIAMETERS = List.of(160, 180, 200, 250, 300, 350);

    private static final List<Integer> LENGTHS = List.of(13, 15, 25, 30, 40, 50, 60, 75, 100);
    private static final List<Integer> SEVERAL = List.of(2, 3, 4, 5, 6, 8);

    private final Sessions sessions;
    private final Say say;

    NeedleCard(Sessions sessions, Say say) {
        this.sessions = sessions;
        this.say = say;
    }

    /// The card.
    ///
    /// @param event        the id under which the next insertion is stored
    /// @param other        the other side, where there is one
    /// @param asks         what stands in the way, in the order in which it is asked; empty: needles may go in
    /// @param otherSide    muscles of the other side of the thorax that were needled
    /// @param canGoOn      whether it can be settled here
    /// @param settings     how the needle is described on its button; null while somebody has to choose
    record Card(
            String event,
            String muscle,
            String side,
            String title,
            String region,
            @Nullable String other,
            List<Near> hazards,
            boolean unreviewed,
            List<String> asks,
            List<String> otherSide,
            List<Notice> notices,
            boolean canGoOn,
            List<Notice> weighed,
            @Nullable String settings,
            List<Pick> diameters,
            List<Pick> lengths,
            List<Pick> techniques,
            List<Pick> tissues,
            List<Integer> several) {}

    /// A structure near the muscle.
    record Near(String name, String kind, boolean grave) {}

    /// A choice of a setting.
    record Pick(String value, String label, boolean chosen) {}

    /// A reason in words.
    record Notice(String text, String whatToDo) {}

    Card card(PracticeId practice, SessionView session, Choice choice, Locale locale) {
        var last = lastNeedle(practice, session);
        var side = choice.side();
        return new Card(
                EventId.next().toString(),
                choice.muscle().id(),
                side.name(),
                say.muscle(choice.muscle().id(), side, locale),
                say.region(choice.muscle(), locale),
                switch (side) {
                    case L -> "R";
                    case R -> "L";
                    case B, M -> null;
                },
                choice.hazards().stream()
                        .sorted(Comparator.comparing(Hazard::kind))
                        .map(it -> new Near(
                                it.name().in(locale),
                                it.kind().name().toLowerCase(Locale.ROOT),
                                it.kind().acknowledged()))
                        .toList(),
                choice.muscle().review().status() == Review.State.UNREVIEWED,
                choice.interruptions().stream().map(NeedleCard::ask).distinct().toList(),
                otherSide(choice, locale),
                notices(choice.interruptions(), locale),
                choice.canGoOn(),
                choice.weighed().stream().map(it -> notice(it, locale)).toList(),
                last.map(it -> say.it(
                                "charting.card.settings",
                                locale,
                                say.needle(it, locale),
                                say.it("charting.technique." + it.technique().code(), locale),
                                say.it("charting.tissue." + it.tissue().code(), locale)))
                        .orElse(null),
                picks(DIAMETERS, last.map(Placement::diameterUm), it -> say.diameter(it, locale)),
                picks(LENGTHS, last.map(Placement::lengthMm), String::valueOf),
                Arrays.stream(NeedleTechnique.values())
                        .map(it -> new Pick(
                                it.name(),
                                say.it("charting.technique." + it.code(), locale),
                                last.map(Placement::technique)
                                        .filter(it::equals)
                                        .isPresent()))
                        .toList(),
                Arrays.stream(Tissue.values())
                        .map(it -> new Pick(
                                it.name(),
                                say.it("charting.tissue." + it.code(), locale),
                                last.map(Placement::tissue).filter(it::equals).isPresent()))
                        .toList(),
                SEVERAL);
    }

    private static String ask(Interruption interruption) {
        return switch (interruption) {
            case Choice.HazardsNear _ -> "acknowledge";
            case Choice.ToWeigh _ -> "weigh";
            case Choice.OutsideConsent _ -> "consent";
            case Choice.StoppedHere _ -> "stop-here";
            case Choice.BothSidesOfThorax _ -> "thorax";
            case Choice.NotScreened(ScreeningStanding.Suspended _) -> "new-facts";
            case Choice.NotScreened _ -> "not-screened";
            case Choice.Stopped _ -> "stopped";
            case Choice.NoConsent _ -> "no-consent";
            case Choice.RefusedHere _ -> "refused-here";
        };
    }

    private List<String> otherSide(Choice choice, Locale locale) {
        return choice.interruptions().stream()
                .flatMap(it -> it instanceof Choice.BothSidesOfThorax(var other) ? other.stream() : Stream.empty())
                .map(it -> it.name().in(locale))
                .toList();
    }

    /// The settings of the last needle of this session, else of this practitioner.
    Optional<Placement> lastNeedle(PracticeId practice, SessionView session) {
        return session.state().needles().stream()
                .filter(it -> it.placement() != null)
                .max(Comparator.comparing(it -> it.id()))
                .map(it -> it.placement())
                .or(() -> sessions.lastPlacementBy(practice, session.practitioner(), session.openedAt()));
    }

    private static List<Pick> picks(List<Integer> values, Optional<Integer> last, Function<Integer, String> label) {
        var all = new ArrayList<>(values);
        last.filter(it -> !all.contains(it)).ifPresent(all::add);
        return all.stream()
                .sorted()
                .map(it -> new Pick(
                        it.toString(), label.apply(it), last.filter(it::equals).isPresent()))
                .toList();
    }

    private List<Notice> notices(List<Interruption> interruptions, Locale locale) {
        var notices = new ArrayList<Notice>();
        for (var interruption : interruptions) {
            switch (interruption) {
                case Choice.NotScreened(ScreeningStanding.Suspended suspended) ->
                    suspended.reasons().forEach(it -> notices.add(notice(it, locale)));
                case Choice.ToWeigh(var reasons) -> reasons.forEach(it -> notices.add(notice(it, locale)));
                case Choice.StoppedHere(var reasons) -> reasons.forEach(it -> notices.add(notice(it, locale)));
                case Choice.Stopped(var reasons) -> reasons.forEach(it -> notices.add(notice(it, locale)));
                case Choice.HazardsNear _,
                        Choice.OutsideConsent _,
                        Choice.BothSidesOfThorax _,
                        Choice.NotScreened _,
                        Choice.RefusedHere _,
                        Choice.NoConsent _ -> {}
            }
        }
        return notices;
    }

    Notice notice(Reason reason, Locale locale) {
        return new Notice(
                reason.unsure()
                        ? say.it("charting.reason.unsure", locale, reason.ask().in(locale))
                        : reason.ask().in(locale),
                reason.whatToDo());
    }
}
