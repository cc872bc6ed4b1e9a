package org.needlepoint.frontdoor.settings.web;

import static org.needlepoint.identity.Route.get;
import static org.needlepoint.identity.Route.post;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.needlepoint.web.SettingsPages;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// Where the settings of services and hours are found, and who may use them.
@Component
class HoursSettings implements SettingsPages, StaffPages, Routes {
    private static final Set<Role> DESK = Set.of(Role.FRONT_DESK, Role.OWNER);
    private static final Role[] STAFF = {Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER};
    private static final Set<Role> PEOPLE = Set.of(Role.PRACTITIONER, Role.SUPERVISOR);

    @Override
    public List<StaffPages.Page> pages() {
        return List.of(
                new StaffPages.Page(85, "/settings/time-off", "settings.timeoff", PEOPLE),
                new StaffPages.Page(90, "/settings", "settings.staff", DESK));
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(10, "/services", "settings.services", DESK),
                new Entry(15, "/rooms", "settings.rooms", DESK),
                new Entry(20, "/hours", "settings.hours", DESK),
                new Entry(30, "/exceptions", "settings.exceptions", DESK),
                new Entry(40, "/conflicts", "settings.conflicts", DESK),
                new Entry(45, "/time-off", "settings.timeoff", DESK),
                new Entry(50, "/credentials", "settings.credentials", DESK),
                new Entry(60, "/publishing", "settings.publishing", DESK));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/hours.json").site(),
                get("/p/{slug}/hours.csv").site(),
                get("/p/{slug}/settings").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/settings/services").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/settings/services").by(Role.OWNER),
                get("/p/{slug}/settings/service").by(Role.OWNER),
                get("/p/{slug}/settings/services/{id}").by(Role.OWNER),
                post("/p/{slug}/settings/services/{id}").by(Role.OWNER),
                post("/p/{slug}/settings/services/{id}/retirement").by(Role.OWNER),
                post("/p/{slug}/settings/services/{id}/return").by(Role.OWNER),
                get("/p/{slug}/settings/rooms").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/settings/rooms").by(Role.OWNER),
                post("/p/{slug}/settings/rooms/{id}/retirement").by(Role.OWNER),
                post("/p/{slug}/settings/equipment/{id}/retirement").by(Role.OWNER),
                get("/p/{slug}/settings/time-off").by(Role.PRACTITIONER, STAFF),
                post("/p/{slug}/settings/time-off").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.OWNER),
                post("/p/{slug}/settings/time-off/{id}/approval").by(Role.OWNER),
                post("/p/{slug}/settings/time-off/{id}/refusal").by(Role.OWNER),
                post("/p/{slug}/settings/time-off/{id}/withdrawal").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.OWNER),
                get("/p/{slug}/settings/credentials").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/settings/credentials").by(Role.OWNER),
                get("/p/{slug}/settings/hours").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/settings/hours/{place}").by(Role.OWNER),
                post("/p/{slug}/settings/hours/{place}").by(Role.OWNER),
                get("/p/{slug}/settings/hours/{person}/{place}").by(Role.OWNER),
                post("/p/{slug}/settings/hours/{person}/{place}").by(Role.OWNER),
                get("/p/{slug}/settings/exceptions").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/settings/exceptions").by(Role.OWNER),
                get("/p/{slug}/settings/exceptions/{id}").by(Role.OWNER),
                post("/p/{slug}/settings/exceptions/{id}").by(Role.OWNER),
                post("/p/{slug}/settings/exceptions/{id}/removal").by(Role.OWNER),
                get("/p/{slug}/settings/conflicts").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/settings/conflicts/{id}/choice").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/settings/conflicts/{id}/cancellation").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/settings/publishing").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/settings/door-sign.pdf").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/appointments/{id}/times").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/appointments/{id}/time").by(Role.FRONT_DESK, Role.OWNER));
    }
}
