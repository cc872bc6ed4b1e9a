package org.needlepoint.outcomes.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may use the pages of this module.
@Component
class OutcomesRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/patients/{id}/outcomes").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/patients/{id}/outcomes").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
