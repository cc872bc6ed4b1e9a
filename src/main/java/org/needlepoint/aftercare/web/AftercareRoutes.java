package org.needlepoint.aftercare.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may use the pages of this module. A concern is for whoever of the staff sees it first.
@Component
class AftercareRoutes implements Routes {
    private static final Role[] STAFF = {Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER};

    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/after/{token}").link(),
                post("/p/{slug}/after/{token}").link(),
                get("/p/{slug}/after/{token}/check").link(),
                post("/p/{slug}/after/{token}/check").link(),
                get("/p/{slug}/after/{token}/answered/{report}").link(),
                get("/p/{slug}/concerns").by(Role.PRACTITIONER, STAFF),
                post("/p/{slug}/concerns/{id}/taking").by(Role.PRACTITIONER, STAFF),
                post("/p/{slug}/concerns/{id}/notes").by(Role.PRACTITIONER, STAFF),
                post("/p/{slug}/concerns/{id}/closing").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.OWNER),
                get("/p/{slug}/appointments/{id}/aftercare").by(Role.PRACTITIONER, STAFF),
                get("/p/{slug}/appointments/{id}/aftercare.pdf").by(Role.PRACTITIONER, STAFF),
                post("/p/{slug}/appointments/{id}/aftercare/seen").by(Role.PRACTITIONER, STAFF),
                get("/p/{slug}/aftercare-protocol").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.OWNER),
                post("/p/{slug}/aftercare-protocol").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.OWNER));
    }
}
