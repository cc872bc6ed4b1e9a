package org.needlepoint.charting.overrides.web;

import static org.needlepoint.identity.Route.get;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// Who sees how often people go on: whoever answers for the practice.
@Component
class OverrideRoutes implements Routes, StaffPages {
    @Override
    public List<Route> routes() {
        return List.of(get("/p/{slug}/overrides").by(Role.OWNER, Role.SUPERVISOR));
    }

    @Override
    public List<Page> pages() {
        return List.of(new Page(82, "/overrides", "overrides.title", Set.of(Role.OWNER, Role.SUPERVISOR)));
    }
}
