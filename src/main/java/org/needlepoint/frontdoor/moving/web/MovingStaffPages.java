package org.needlepoint.frontdoor.moving.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// This subject's entry in the navigation of the staff.
@Component
class MovingStaffPages implements StaffPages {
    @Override
    public List<Page> pages() {
        return List.of(new Page(88, "/settings/import", "moving.staff", Set.of(Role.OWNER, Role.FRONT_DESK)));
    }
}
