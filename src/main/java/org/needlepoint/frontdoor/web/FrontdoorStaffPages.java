package org.needlepoint.frontdoor.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// This module's entries in the navigation of the staff.
@Component
class FrontdoorStaffPages implements StaffPages {
    private static final Set<Role> STAFF = Set.of(Role.PRACTITIONER, Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER);

    @Override
    public List<Page> pages() {
        return List.of(
                new Page(10, "/today", "frontdoor.staff.today", STAFF),
                new Page(20, "/patients", "frontdoor.staff.patients", STAFF));
    }
}
