package org.needlepoint.interop.ical.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// This module's entry in the navigation of the staff.
@Component
class CalendarStaffPages implements StaffPages {
    @Override
    public List<Page> pages() {
        return List.of(new Page(85, "/feeds", "feeds.staff", Set.of(Role.PRACTITIONER, Role.OWNER)));
    }
}
