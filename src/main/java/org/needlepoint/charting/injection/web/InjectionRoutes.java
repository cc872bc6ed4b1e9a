package org.needlepoint.charting.injection.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may use the pages of injections; whose profession injects is asked by the use case.
@Component
class InjectionRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/appointments/{id}/injections").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/injections").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/injections/answers").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/injections/{injection}/error")
                        .by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
