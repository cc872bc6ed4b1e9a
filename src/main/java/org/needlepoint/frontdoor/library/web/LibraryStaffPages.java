package org.needlepoint.frontdoor.library.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// The library in the navigation of the staff.
@Component
class LibraryStaffPages implements StaffPages {
    private static final Set<Role> STAFF = Set.of(Role.PRACTITIONER, Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER);

    @Override
    public List<Page> pages() {
        return List.of(new Page(90, "/library", "library.title", STAFF));
    }
}
