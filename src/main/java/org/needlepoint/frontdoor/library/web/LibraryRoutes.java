package org.needlepoint.frontdoor.library.web;

import static org.needlepoint.identity.Route.get;

import java.util.List;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// The library is open; what a practice has not published its pages keep back themselves.
@Component
class LibraryRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/library").site(),
                get("/p/{slug}/library/muscles/{id}").site(),
                get("/p/{slug}/library/conditions/{id}").site());
    }
}
