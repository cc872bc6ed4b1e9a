package org.needlepoint.charting.room.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who says who is in the room: whoever treats.
@Component
class RoomRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/appointments/{visit}/room").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{visit}/room").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
