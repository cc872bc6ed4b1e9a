package org.needlepoint.charting.referral.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who notes a referral: whoever treats, and the desk, where the letters arrive.
@Component
class ReferralRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/appointments/{visit}/referral").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.FRONT_DESK),
                post("/p/{slug}/appointments/{visit}/referral")
                        .by(Role.PRACTITIONER, Role.SUPERVISOR, Role.FRONT_DESK));
    }
}
