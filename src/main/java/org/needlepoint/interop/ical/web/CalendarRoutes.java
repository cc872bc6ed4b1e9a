package org.needlepoint.interop.ical.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may use the calendar files and the pages of their feeds.
@Component
class CalendarRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get(CalendarFiles.PATH).link(),
                get(FeedFiles.PATH).link(),
                get("/p/{slug}/feeds").by(Role.PRACTITIONER, Role.OWNER),
                post("/p/{slug}/feeds").by(Role.PRACTITIONER, Role.OWNER),
                post("/p/{slug}/feeds/{id}/revocation").by(Role.PRACTITIONER, Role.OWNER));
    }
}
