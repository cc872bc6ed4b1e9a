package org.needlepoint.identity.web;

import java.util.List;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Routes that belong to no module's pages: the application's own files, health, errors.
@Component
class CommonRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/assets/**").asset(),
                Route.get("/favicon.ico").asset(),
                Route.get("/favicon.svg").asset(),
                Route.get("/manifest.webmanifest").asset(),
                Route.get("/robots.txt").asset(),
                Route.get("/actuator/health").api(),
                Route.get("/actuator/health/{group:readiness|liveness}").api(),
                Route.get("/actuator/info").api(),
                Route.get("/actuator/prometheus").api(),
                Route.get("/api/openapi.json").api(),
                Route.get("/api/openapi.json.yaml").api());
    }
}
