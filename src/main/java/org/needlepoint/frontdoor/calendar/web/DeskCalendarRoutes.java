package org.needlepoint.frontdoor.calendar.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may use the pages of the calendar.
@Component
class DeskCalendarRoutes implements Routes {
    private static final Role[] STAFF = {Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER};

    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/calendar").by(Role.PRACTITIONER, STAFF),
                get("/p/{slug}/calendar/changes").by(Role.PRACTITIONER, STAFF),
                get("/p/{slug}/calendar/new").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/calendar/patients").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/calendar/visits").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/calendar/walk-in").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/calendar/walk-in").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/calendar/blocks/new").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/calendar/blocks").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/calendar/blocks/{id}/removal").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/calendar/blocks/{id}/undo").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/calendar/late").by(Role.PRACTITIONER, Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/calendar/late").by(Role.PRACTITIONER, Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/calendar/visits/{id}").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/calendar/visits/{id}/place").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/calendar/visits/{id}/cancellation").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/calendar/visits/{id}/state").by(Role.PRACTITIONER, STAFF),
                post("/p/{slug}/calendar/visits/{id}/undo").by(Role.FRONT_DESK, Role.OWNER));
    }
}
