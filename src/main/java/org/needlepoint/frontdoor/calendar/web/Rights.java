package org.needlepoint.frontdoor.calendar.web;

import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;

/// What somebody may do on the calendar besides looking and saying where a visit stands.
record Rights(boolean change) {
    static final Role[] LOOK = {Role.PRACTITIONER, Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER};
    static final Role[] CHANGE = {Role.FRONT_DESK, Role.OWNER};

    static Rights of(SignedIn who) {
        return new Rights(who.isAny(CHANGE));
    }
}
