package org.needlepoint.frontdoor.calendar.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// The calendar's entry in the navigation of the staff.
@Component
class DeskCalendarStaffPages implements StaffPages {
    @Override
    public List<Page> pages() {
        return List.of(new Page(15, "/calendar", "calendar.staff", Set.of(Rights.LOOK)));
    }
}
