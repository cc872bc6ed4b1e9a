package org.needlepoint.charting.needling.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Hazard;
import org.needlepoint.anatomy.Review;
import org.needlepoint.charting.measures.RedSignWords;
import org.needlepoint.charting.measures.RedSigns;
import org.needlepoint.charting.needling.Choice;
import org.needlepoint.charting.needling.Choice.Interruption;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.credentials.entitlement.EntitlementWords;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.ScreeningStanding;
import org.springframework.stereotype.Component;

/// The card of a chosen muscle: what is near it and what stands in the way. The needle itself is chosen in the browser.
@Component
class NeedleCard {
    private final Say say;
    private final EntitlementWords entitlement;
    private final RedSignWords redSigns;

    NeedleCard(Say say, EntitlementWords entitlement, RedSignWords redSigns) {
        this.say = say;
        this.entitlement = entitlement;
        this.redSigns = redSigns;
    }

    /// The card.
    ///
    /// @param asks      what stands in the way, in the order in which it is asked; empty: needles may go in
    /// @param otherSide muscles of the other side of the thorax that were needled
    /// @param canGoOn   whether it can be settled here
    record Card(
            String muscle,
            String side,
            String title,
            String region,
            List<Near> hazards,
            boolean unreviewed,
            List<String> asks,
            List<String> otherSide,
            List<Notice> notices,
            boolean canGoOn) {}

    /// A structure near the muscle.
    record Near(String name, boolean grave) {}

    /// A reason in words.
    record Notice(String text, String whatToDo) {}

    Card card(Choice choice, Locale locale) {
        var side = choice.side();
        return new Card(
                choice.muscle().id(),
                side.name(),
                say.muscle(choice.muscle().id(), side, locale),
                say.region(choice.muscle(), locale),
                choice.hazards().stream()
                        .sorted(Comparator.comparing(Hazard::kind))
                        .map(it -> new Near(it.name().in(locale), it.kind().acknowledged()))
                        .toList(),
                choice.muscle().review().status() == Review.State.UNREVIEWED,
                choice.interruptions().stream().map(NeedleCard::ask).distinct().toList(),
                otherSide(choice, locale),
                notices(choice.interruptions(), locale),
                choice.canGoOn());
    }

    private static String ask(Interruption interruption) {
        return switch (interruption) {
            case Choice.RedSignsFound _ -> "red-signs";
            case Choice.HazardsNear _ -> "acknowledge";
            case Choice.ToWeigh _ -> "weigh";
            case Choice.OutsideConsent(var _, var _, var yes) ->
                switch (yes) {
                    case ALOUD -> "consent";
                    case SIGNED -> "consent-signed";
                    case SIGNED_BY_GUARDIAN -> "consent-guardian";
                };
            case Choice.NotEntitledHere(var _, Entitlement.NotEntitled _) -> "not-entitled";
            case Choice.NotEntitledHere _ -> "not-entitled-here";
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

    private List<Notice> notices(List<Interruption> interruptions, Locale locale) {
        var notices = new ArrayList<Notice>();
        for (var interruption : interruptions) {
            switch (interruption) {
                case Choice.NotScreened(ScreeningStanding.Suspended suspended) ->
                    suspended.reasons().forEach(it -> notices.add(notice(it, locale)));
                case Choice.NotEntitledHere(var _, Entitlement.NotEntitled(var where, var shortfalls)) ->
                    shortfalls.forEach(it -> notices.add(new Notice(entitlement.say(it, where, locale), "")));
                case Choice.RedSignsFound(var signs) -> notices.addAll(signs(signs, locale));
                case Choice.ToWeigh(var reasons) -> reasons.forEach(it -> notices.add(notice(it, locale)));
                case Choice.StoppedHere(var reasons) -> reasons.forEach(it -> notices.add(notice(it, locale)));
                case Choice.Stopped(var reasons) -> reasons.forEach(it -> notices.add(notice(it, locale)));
                case Choice.HazardsNear _,
                        Choice.NotEntitledHere _,
                        Choice.OutsideConsent _,
                        Choice.BothSidesOfThorax _,
                        Choice.NotScreened _,
                        Choice.RefusedHere _,
                        Choice.NoConsent _ -> {}
            }
        }
        return notices;
    }

    /// What was found, and what to do and how soon.
    List<Notice> signs(List<RedSigns> signs, Locale locale) {
        return redSigns.say(signs, locale).stream()
                .map(it -> new Notice(it.line(), ""))
                .toList();
    }

    Notice notice(Reason reason, Locale locale) {
        return new Notice(
                reason.unsure()
                        ? say.it("charting.reason.unsure", locale, reason.ask().in(locale))
                        : reason.ask().in(locale),
                reason.whatToDo());
    }
}
