package org.needlepoint.frontdoor.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may use the pages of this module.
@Component
class FrontdoorRoutes implements Routes {
    private static final Role[] STAFF = {Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER};

    @Override
    public List<Route> routes() {
        return List.of(
                get("/").site(),
                get("/setup/{token}").everyone(),
                post("/setup/{token}").everyone(),
                get("/p/{slug}").site(),
                get("/p/{slug}/dry-needling").site(),
                get("/p/{slug}/privacy").site(),
                get("/p/{slug}/accessibility").site(),
                get("/p/{slug}/pain").site(),
                post("/p/{slug}/pain").everyone(),
                post("/p/{slug}/pain/questions").everyone(),
                post("/p/{slug}/pain/result").everyone(),
                get("/p/{slug}/book").site(),
                post("/p/{slug}/book").everyone(),
                get("/p/{slug}/book/times").everyone(),
                post("/p/{slug}/book/times").everyone(),
                post("/p/{slug}/book/hold").everyone(),
                post("/p/{slug}/book/details").everyone(),
                get("/p/{slug}/book/hold").everyone(),
                get("/p/{slug}/book/details").everyone(),
                get("/p/{slug}/booked/{token}").link(),
                get("/p/{slug}/manage/{token}").link(),
                post("/p/{slug}/manage/{token}").link(),
                post("/p/{slug}/manage/{token}/confirmation").link(),
                post("/p/{slug}/manage/{token}/reminders").link(),
                post("/p/{slug}/manage/{token}/cancellation").link(),
                post("/p/{slug}/manage/{token}/times").link(),
                post("/p/{slug}/manage/{token}/move").link(),
                get("/p/{slug}/my").by(Role.PATIENT),
                get("/p/{slug}/today").by(Role.PRACTITIONER, STAFF),
                post("/p/{slug}/appointments").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/patients/{id}/booking").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/appointments/{id}").by(Role.PRACTITIONER, STAFF),
                post("/p/{slug}/appointments/{id}/state").by(Role.PRACTITIONER, STAFF),
                post("/p/{slug}/appointments/{id}/preparation").by(Role.PRACTITIONER, STAFF),
                get("/p/{slug}/patients").by(Role.PRACTITIONER, STAFF),
                get("/p/{slug}/patients/{id}").by(Role.PRACTITIONER, STAFF),
                post("/p/{slug}/patients/{id}/confirmation").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/patients/{id}/link").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/patients/{id}/unlink").by(Role.FRONT_DESK, Role.OWNER));
    }
}
