package org.needlepoint.intake.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.entitlement.Entitlements;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Whether a yes aloud adds a region to a consent: not where the rule that the owner confirmed, for whoever treats or
/// whoever asks, wants it in writing (rules W6, C13).
@Component
class YesAloud {
    private final Entitlements entitlements;
    private final Practitioners practitioners;
    private final Clock clock;

    YesAloud(Entitlements entitlements, Practitioners practitioners, Clock clock) {
        this.entitlements = entitlements;
        this.practitioners = practitioners;
        this.clock = clock;
    }

    boolean isEnough(PracticeId practice, VisitFacts visit, SignedIn who) {
        var today = LocalDate.ofInstant(clock.instant(), visit.start().getZone());
        var asks = practitioners.ofAccount(practice, who.id()).map(Practitioner::id);
        return Stream.concat(Stream.of(visit.hands()), asks.stream())
                .distinct()
                .noneMatch(each -> entitlements.writtenConsent(practice, each, visit.location(), today));
    }
}
