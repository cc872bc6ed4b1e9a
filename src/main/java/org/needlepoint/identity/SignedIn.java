package org.needlepoint.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.shared.PracticeId;

/// Who is acting now, in the practice of the request's URL. Controller methods take it as an argument: `SignedIn` where
/// the route asks for a role, `Optional<SignedIn>` where anybody may come.
///
/// @param id the account's id for staff, the patient's for patients
public record SignedIn(PracticeId practice, Kind kind, UUID id, Set<Role> roles, String displayName) {
    /// Staff have accounts; patients come by code.
    public enum Kind {
        STAFF,
        PATIENT
    }

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    /// Whether any of these roles is held.
    public boolean isAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }

    /// The same person as the audit trail names them.
    public Actor actor() {
        return switch (kind) {
            case STAFF -> Actor.account(id);
            case PATIENT -> Actor.patient(id);
        };
    }
}
