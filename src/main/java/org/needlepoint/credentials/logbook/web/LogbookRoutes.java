package org.needlepoint.credentials.logbook.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// Who reads and signs the logbook: each practitioner what they did or instructed, and no other's.
@Component
class LogbookRoutes implements Routes, StaffPages {
    @Override
    public List<Page> pages() {
        return List.of(new Page(86, "/training", "training.nav", Set.of(Role.PRACTITIONER)));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/training").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/training").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/training/to-sign-off").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/training/sessions/{id}/signature").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/training/logbook.pdf").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/training/{trainee}/logbook.pdf").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
