package org.needlepoint.charting.note.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.web.StaffPages;
import org.springframework.stereotype.Component;

/// The notes in the navigation of those who write them.
@Component
class NoteStaffPages implements StaffPages {
    @Override
    public List<Page> pages() {
        return List.of(new Page(30, "/notes", "note.staff", Set.of(Role.PRACTITIONER, Role.SUPERVISOR)));
    }
}
