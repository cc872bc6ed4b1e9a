package org.needlepoint.charting.needling;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.needlepoint.charting.needling.Choice.Interruption;
import org.needlepoint.charting.needling.Choice.Yes;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Technique;
import org.springframework.stereotype.Component;

/// Whether a region may be needled at all: by whoever means to (rule C13), and with what the patient agreed to
/// (rule W6).
@Component
class RegionGate {
    private final Hands hands;
    private final Consents consents;

    RegionGate(Hands hands, Consents consents) {
        this.hands = hands;
        this.consents = consents;
    }

    /// What stands against it for an intention, today.
    ///
    /// @param region a word of the vocabulary `muscle-region`
    List<Interruption> against(Gates.Facts facts, String region, Technique technique, UUID account) {
        var found = new ArrayList<Interruption>();
        var today = hands.entitledToday(facts.practice(), facts.visit(), account);
        if (!today.covers(region)) {
            found.add(new Choice.NotEntitledHere(region, today));
        }
        if (!(facts.consent() instanceof ConsentStanding.Given(var consent))) {
            found.add(new Choice.NoConsent(facts.consent()));
        } else if (!consent.covers(region, technique)) {
            found.add(
                    consent.refuses(region)
                            ? new Choice.RefusedHere(region)
                            : new Choice.OutsideConsent(region, technique, yes(facts, account)));
        }
        return found;
    }

    private Yes yes(Gates.Facts facts, UUID account) {
        if (consents.needsGuardian(facts.practice(), facts.chart())) {
            return Yes.SIGNED_BY_GUARDIAN;
        }
        return hands.wantWriting(facts.practice(), facts.visit(), account) ? Yes.SIGNED : Yes.ALOUD;
    }
}
