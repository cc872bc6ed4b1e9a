package org.needlepoint.anatomy.web;

import java.util.List;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// The pain locator is open to everybody.
@Component
class AnatomyRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(Route.post("/api/v1/pain-locator").api());
    }
}
