package org.needlepoint.frontdoor.reminders.web;

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

/// Who may read messages, and who sets when they keep quiet.
@Component
class RemindersRoutes implements Routes, StaffPages, SettingsPages {
    @Override
    public List<Route> routes() {
        return List.of(
                get("/p/{slug}/messages").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/messages/calls/{id}").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/messages/{id}").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/appointments/{id}/slip")
                        .by(Role.FRONT_DESK, Role.OWNER, Role.PRACTITIONER, Role.SUPERVISOR),
                get("/p/{slug}/patients/{id}/reminders").by(Role.FRONT_DESK, Role.OWNER),
                post("/p/{slug}/patients/{id}/reminders").by(Role.FRONT_DESK, Role.OWNER),
                get("/p/{slug}/settings/messages").by(Role.OWNER),
                post("/p/{slug}/settings/messages").by(Role.OWNER));
    }

    @Override
    public List<Page> pages() {
        return List.of(new Page(30, "/messages", "reminders.staff", Set.of(Role.FRONT_DESK, Role.OWNER)));
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(70, "/messages", "reminders.settings", Set.of(Role.OWNER)));
    }
}
