package org.needlepoint.frontdoor.series.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Those who book for people book series too; those who treat them see what was booked.
@Component
class SeriesRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/patients/{id}/series").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/patients/{id}/series").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/patients/{id}/series/{series}")
                        .by(Role.FRONT_DESK, Role.OWNER, Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/patients/{id}/series/{series}/cancellation").by(Role.FRONT_DESK, Role.OWNER));
    }
}
