package org.needlepoint.charting.paper.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who prints a sheet and who takes it down.
@Component
class PaperRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/appointments/{id}/sheet").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/appointments/{id}/transcription").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/transcription").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
