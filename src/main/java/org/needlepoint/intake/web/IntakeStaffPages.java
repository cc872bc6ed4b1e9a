package org.needlepoint.intake.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// This module's entry in the navigation of the staff.
@Component
class IntakeStaffPages implements StaffPages {
    @Override
    public List<Page> pages() {
        return List.of(new Page(
                80, "/content", "intake.staff.content", Set.of(Role.PRACTITIONER, Role.SUPERVISOR, Role.OWNER)));
    }
}
