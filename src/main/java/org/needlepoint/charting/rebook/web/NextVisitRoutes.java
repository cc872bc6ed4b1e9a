package org.needlepoint.charting.rebook.web;

import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may book the next visit from the chart.
@Component
class NextVisitRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                post("/p/{slug}/appointments/{id}/next").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/next/undo").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
