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
                get("/p/{slug}/appointments/{id}/examination").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/examination/measures").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/examination/measures/{measure}/error")
                        .by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/appointments/{id}/points/{muscle}/{side}").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/points/{muscle}/{side}").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/targets").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/targets/{target}/place").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/targets/{target}/removal").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/targets/{target}/return").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/targets/{target}/error").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/figures").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/under").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/{id}/map").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/patients/{id}/drawings").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
