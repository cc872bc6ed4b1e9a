package org.needlepoint.intake.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.stereotype.Component;

/// Who may use the pages of this module.
@Component
class IntakeRoutes implements Routes {
    private static final Role[] CARE = {Role.SUPERVISOR};
    private static final Role[] STAFF = {Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER};

    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/prepare/{token}").link(),
                post("/p/{slug}/prepare/{token}").link(),
                get("/p/{slug}/prepare/{token}/questions").link(),
                get("/p/{slug}/prepare/{token}/questions/{page}").link(),
                post("/p/{slug}/prepare/{token}/questions/{page}").link(),
                get("/p/{slug}/prepare/{token}/lessons").link(),
                post("/p/{slug}/prepare/{token}/lessons").link(),
                get("/p/{slug}/prepare/{token}/consent").link(),
                post("/p/{slug}/prepare/{token}/consent").link(),
                post("/p/{slug}/prepare/{token}/signature").link(),
                post("/p/{slug}/prepare/{token}/withdrawal").link(),
                get("/p/{slug}/prepare/{token}/injection-consent").link(),
                post("/p/{slug}/prepare/{token}/injection-consent").link(),
                post("/p/{slug}/prepare/{token}/injection-consent/signature").link(),
                post("/p/{slug}/prepare/{token}/injection-consent/withdrawal").link(),
                get("/p/{slug}/prepare/{token}/comfort").link(),
                post("/p/{slug}/prepare/{token}/comfort").link(),
                get("/p/{slug}/prepare/{token}/photos").link(),
                post("/p/{slug}/prepare/{token}/photos/withdrawal").link(),
                post("/p/{slug}/prepare/{token}/return").link(),
                get("/p/{slug}/appointments/{visit}/screening").by(Role.PRACTITIONER, CARE),
                post("/p/{slug}/appointments/{visit}/screening").by(Role.PRACTITIONER, CARE),
                post("/p/{slug}/appointments/{visit}/screening/review").by(Role.PRACTITIONER, CARE),
                get("/p/{slug}/appointments/{visit}/consent").by(Role.PRACTITIONER, CARE),
                post("/p/{slug}/appointments/{visit}/consent").by(Role.PRACTITIONER, CARE),
                get("/p/{slug}/appointments/{visit}/injection-consent").by(Role.PRACTITIONER, CARE),
                post("/p/{slug}/appointments/{visit}/injection-consent").by(Role.PRACTITIONER, CARE),
                get("/p/{slug}/appointments/{visit}/comfort").by(Role.PRACTITIONER, CARE),
                post("/p/{slug}/appointments/{visit}/comfort").by(Role.PRACTITIONER, CARE),
                get("/p/{slug}/appointments/{visit}/paper-consent/{to}").by(Role.PRACTITIONER, CARE),
                post("/p/{slug}/appointments/{visit}/paper-consent/{to}").by(Role.PRACTITIONER, CARE),
                get("/p/{slug}/appointments/{visit}/consents/{consent}/scans").by(Role.PRACTITIONER, CARE),
                post("/p/{slug}/appointments/{visit}/consents/{consent}/scans").by(Role.PRACTITIONER, CARE),
                post("/p/{slug}/appointments/{visit}/consents/{consent}/scans/{picture}/error")
                        .by(Role.PRACTITIONER, CARE),
                post("/p/{slug}/appointments/{visit}/handover").by(Role.PRACTITIONER, STAFF),
                get("/p/{slug}/content").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.OWNER),
                get("/p/{slug}/content/{set}").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.OWNER),
                post("/p/{slug}/content/{set}").by(Role.PRACTITIONER, Role.SUPERVISOR));
    }
}
