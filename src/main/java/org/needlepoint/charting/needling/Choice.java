package org.needlepoint.charting.needling;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.Hazard;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.measures.RedSigns;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Technique;
import org.needlepoint.shared.Laterality;

/// What stands between choosing a muscle and needling it.
///
/// @param hazards       near the muscle, whatever was acknowledged
/// @param interruptions what has to be weighed or settled now; empty: go on
public record Choice(Muscle muscle, Laterality side, List<Hazard> hazards, List<Interruption> interruptions) {
    /// Something to be weighed, once for each region and course (rule C4), or settled.
    public sealed interface Interruption {
        /// Whether it can be settled here; the others need another page.
        default boolean here() {
            return switch (this) {
                case RedSignsFound _, HazardsNear _, ToWeigh _, StoppedHere _, BothSidesOfThorax _ -> true;
                case OutsideConsent(var _, var _, var yes) -> yes == Yes.ALOUD;
                case NotEntitledHere _, NotScreened _, Stopped _, NoConsent _, RefusedHere _ -> false;
            };
        }
    }

    /// What the examination of this visit found asks for more than needles; a reason is given once for the visit (rule
    /// C2).
    public record RedSignsFound(List<RedSigns> signs) implements Interruption {
        public RedSignsFound {
            signs = List.copyOf(signs);
        }
    }

    /// Hazards whose class is acknowledged by a tick.
    public record HazardsNear(List<Hazard> hazards) implements Interruption {
        Set<Hazard.Kind> classes() {
            return hazards.stream().map(Hazard::kind).collect(Collectors.toUnmodifiableSet());
        }
    }

    /// Answers that are weighed; acknowledged by a tick.
    public record ToWeigh(List<Reason> reasons) implements Interruption {}

    /// No needles here, unless the practitioner gives a reason.
    public record StoppedHere(List<Reason> reasons) implements Interruption {}

    /// The patient has not agreed to this region or technique: ask, and say that they said yes (rule W6).
    public record OutsideConsent(String region, Technique technique, Yes yes) implements Interruption {}

    /// What makes a yes of another region or technique.
    public enum Yes {
        /// The patient says it.
        ALOUD,
        /// The patient signs: the practice's rule asks for consent in writing.
        SIGNED,
        /// Who signs for a minor signs again.
        SIGNED_BY_GUARDIAN
    }

    /// Whoever would needle may not needle this region today, or nothing at all (rule C13): no word here changes it.
    public record NotEntitledHere(String region, Entitlement today) implements Interruption {}

    /// The patient said no to this region in so many words: no tap here makes a yes of it.
    public record RefusedHere(String region) implements Interruption {}

    /// The other side of the thorax was needled at this visit: not both without a reason (rule C9).
    public record BothSidesOfThorax(List<Muscle> other) implements Interruption {}

    /// Not everything was asked, or something is new and nobody has reviewed it.
    public record NotScreened(ScreeningStanding standing) implements Interruption {}

    /// No needles at this visit.
    public record Stopped(List<Reason> reasons) implements Interruption {}

    /// No consent stands.
    public record NoConsent(ConsentStanding standing) implements Interruption {}

    public Choice {
        hazards = List.copyOf(hazards);
        interruptions = List.copyOf(interruptions);
    }

    /// Whether the needle card opens.
    public boolean open() {
        return interruptions.isEmpty();
    }

    /// Whether it can be opened here.
    public boolean canGoOn() {
        return interruptions.stream().allMatch(Interruption::here);
    }
}
