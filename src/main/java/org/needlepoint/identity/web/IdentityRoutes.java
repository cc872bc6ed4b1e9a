package org.needlepoint.identity.web;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Signing in is open to everybody; what follows asks how far the browser has come.
@Component
class IdentityRoutes implements Routes {
    private static final Role[] OTHER_STAFF = {
        Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER, Role.REFERRER, Role.OPERATOR
    };

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/p/{slug}/sign-in").everyone(),
                Route.post("/p/{slug}/sign-in").everyone(),
                Route.get("/p/{slug}/sign-in/code").everyone(),
                Route.post("/p/{slug}/sign-in/code").everyone(),
                Route.post("/p/{slug}/sign-in/passkey").everyone(),
                Route.get("/p/{slug}/sign-in/enrolment").everyone(),
                Route.post("/p/{slug}/sign-in/enrolment").everyone(),
                Route.post("/p/{slug}/sign-out").everyone(),
                Route.post("/p/{slug}/sign-out-everywhere").everyone(),
                Route.get("/p/{slug}/locked").everyone(),
                Route.post("/p/{slug}/locked").everyone(),
                Route.post("/p/{slug}/unlock").everyone(),
                Route.post("/p/{slug}/lock").by(Role.PRACTITIONER, OTHER_STAFF),
                Route.get("/p/{slug}/passkeys").by(Role.PRACTITIONER, OTHER_STAFF),
                Route.post("/p/{slug}/passkeys").by(Role.PRACTITIONER, OTHER_STAFF),
                Route.post("/p/{slug}/passkeys/{id}/removal").by(Role.PRACTITIONER, OTHER_STAFF),
                Route.get("/p/{slug}/patient/sign-in").everyone(),
                Route.post("/p/{slug}/patient/sign-in").everyone(),
                Route.get("/p/{slug}/patient/sign-in/code").everyone(),
                Route.post("/p/{slug}/patient/sign-in/code").everyone(),
                Route.get("/p/{slug}/patient/sign-in/person").everyone(),
                Route.post("/p/{slug}/patient/sign-in/person").everyone());
    }
}
