package org.needlepoint.charting.examination.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may use the practitioner's map: probabilities and anatomy are for those who treat (rule C10).
@Component
class ExaminationRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/appointments/{id}/map").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/map/findings").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/{id}/map").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/patients/{id}/drawings").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
