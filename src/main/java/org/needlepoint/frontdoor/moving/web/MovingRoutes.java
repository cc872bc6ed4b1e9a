package org.needlepoint.frontdoor.moving.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may move visits in.
@Component
class MovingRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/settings/import").by(Role.OWNER, Role.FRONT_DESK),
                post("/p/{slug}/settings/import").by(Role.OWNER, Role.FRONT_DESK),
                post("/p/{slug}/settings/import/visits").by(Role.OWNER, Role.FRONT_DESK),
                post("/p/{slug}/settings/import/wrong.csv").by(Role.OWNER, Role.FRONT_DESK));
    }
}
