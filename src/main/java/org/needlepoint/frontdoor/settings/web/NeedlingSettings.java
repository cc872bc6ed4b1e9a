package org.needlepoint.frontdoor.settings.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.needlepoint.web.SettingsPages;
import org.springframework.stereotype.Component;

/// Where an owner says who may needle; supervisors read along.
@Component
class NeedlingSettings implements SettingsPages, Routes {
    static final String PATH = "/settings/needling";

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(48, "/needling", "settings.needling", Set.of(Role.OWNER)));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/settings/needling").by(Role.OWNER, Role.SUPERVISOR),
                get("/p/{slug}/settings/needling/rules/{where}/{profession}").by(Role.OWNER),
                post("/p/{slug}/settings/needling/rules/{where}/{profession}").by(Role.OWNER),
                get("/p/{slug}/settings/needling/practitioners/{id}").by(Role.OWNER),
                post("/p/{slug}/settings/needling/practitioners/{id}/licence").by(Role.OWNER),
                post("/p/{slug}/settings/needling/practitioners/{id}/training").by(Role.OWNER),
                post("/p/{slug}/settings/needling/practitioners/{id}/training/{training}/strike")
                        .by(Role.OWNER));
    }
}
