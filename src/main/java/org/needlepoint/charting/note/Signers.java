package org.needlepoint.charting.note;

import java.util.List;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Says who may sign the note of a visit, and whose signature does not yet release it.
@Component
class Signers {
    private final Practitioners practitioners;
    private final List<UnderSupervision> supervisions;

    Signers(Practitioners practitioners, List<UnderSupervision> supervisions) {
        this.practitioners = practitioners;
        this.supervisions = List.copyOf(supervisions);
    }

    /// Practitioners sign their own visits, supervisors everybody's, and whoever writes under supervision what they
    /// wrote.
    boolean maySign(SignedIn who, Appointment visit) {
        return mayRelease(who, visit) || isSupervised(who, visit);
    }

    /// Whether a signature of this person releases the note.
    boolean mayRelease(SignedIn who, Appointment visit) {
        return who.kind() == SignedIn.Kind.STAFF
                && !isSupervised(who, visit)
                && (who.isAny(Role.SUPERVISOR)
                        || (who.isAny(Role.PRACTITIONER) && (treats(who, visit) || supervises(who, visit))));
    }

    /// Whether a supervisor has to sign this person's note as well (rule W7).
    boolean isSupervised(SignedIn who, Appointment visit) {
        return who.kind() == SignedIn.Kind.STAFF
                && supervisions.stream()
                        .anyMatch(each -> each.writes(who.practice(), visit.id(), new AccountId(who.id())));
    }

    private boolean supervises(SignedIn who, Appointment visit) {
        return supervisions.stream()
                .anyMatch(each -> each.supervises(who.practice(), visit.id(), new AccountId(who.id())));
    }

    private boolean treats(SignedIn who, Appointment visit) {
        return practitioners
                .ofAccount(who.practice(), who.id())
                .map(Practitioner::id)
                .filter(visit.practitioner()::equals)
                .isPresent();
    }

    /// As the signature prints the name: with its letters where the account is a practitioner's.
    String nameOf(PracticeId practice, SignedIn who) {
        return practitioners
                .ofAccount(practice, who.id())
                .map(Practitioner::titledName)
                .orElse(who.displayName());
    }
}
