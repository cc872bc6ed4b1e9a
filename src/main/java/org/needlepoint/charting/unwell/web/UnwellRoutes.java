package org.needlepoint.charting.unwell.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Somebody unwell is met first at the desk, so the desk has the script; the letter and what is measured are whoever
/// treats's.
@Component
class UnwellRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/appointments/{visit}/unwell").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.FRONT_DESK),
                post("/p/{slug}/appointments/{visit}/unwell").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.FRONT_DESK),
                get("/p/{slug}/appointments/{visit}/unwell/letter.pdf").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/sessions/{id}/bell").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/sessions/{id}/vitals").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
