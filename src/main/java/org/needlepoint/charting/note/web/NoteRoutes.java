package org.needlepoint.charting.note.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may use the pages of a visit's note.
@Component
class NoteRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/appointments/{id}/note").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/note").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/note/draft").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/note/signature").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/note/addenda").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/note/cosignature").by(Role.PRACTITIONER, Role.SUPERVISOR),
                post("/p/{slug}/appointments/{id}/note/return").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/notes").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/day-end").by(Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/appointments/{id}/note.pdf").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
