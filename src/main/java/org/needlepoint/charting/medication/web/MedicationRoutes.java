package org.needlepoint.charting.medication.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who asks for a medicine; whose profession answers is asked by the use case.
@Component
class MedicationRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/appointments/{id}/medication").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/medication").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/medication/{request}/answer").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
