package org.needlepoint.frontdoor.waiting.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Anybody may ask to wait; whoever holds an offer's link answers it; the desk keeps the list.
@Component
class WaitingRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/book/waiting").everyone(),
                post("/p/{slug}/book/waiting").everyone(),
                get("/p/{slug}/book/waiting/joined").everyone(),
                get("/p/{slug}/offers/{token}").link(),
                post("/p/{slug}/offers/{token}").link(),
                get("/p/{slug}/waiting").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/waiting/{id}/withdrawal").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/waiting/{id}/return").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/waiting/offers/{id}").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/patients/{id}/waiting").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/patients/{id}/waiting").by(Role.FRONT_DESK, Role.OWNER));
    }
}
