package org.needlepoint.frontdoor.waiting.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// The waiting list's entry in the navigation of the staff.
@Component
class WaitingStaffPages implements StaffPages {
    @Override
    public List<Page> pages() {
        return List.of(new Page(25, "/waiting", "waiting.title", Set.of(Role.FRONT_DESK, Role.OWNER)));
    }
}
