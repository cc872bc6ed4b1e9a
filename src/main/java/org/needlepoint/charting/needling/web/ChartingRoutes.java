package org.needlepoint.charting.needling.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may use the pages of a session: whoever needles.
@Component
class ChartingRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/appointments/{visit}/session").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{visit}/session").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/{id}").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/{id}/ledger").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/sessions/{id}/ledger").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/needle-patterns").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/needle-patterns/{id}/dropped").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/muscles").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/offline").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/worker.js").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/{id}/choice").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/sessions/{id}/devices/{device}/lost").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/sessions/{id}/choices").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/sessions/{id}/flags").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/{id}/closure").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/sessions/{id}/closure").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/sessions/{id}/retained").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/sessions/{id}/retained").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
