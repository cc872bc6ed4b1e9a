package org.needlepoint.frontdoor.web;

import java.util.List;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// The public booking interface is open to everybody.
@Component
class BookingApiRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/p/{slug}/services").api(),
                Route.get("/api/v1/p/{slug}/openings").api(),
                Route.post("/api/v1/p/{slug}/holds").api(),
                Route.post("/api/v1/p/{slug}/appointments").api());
    }
}
