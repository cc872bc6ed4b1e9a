package org.needlepoint.frontdoor.moving.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;
import org.needlepoint.web.SettingsPages;
import org.springframework.stereotype.Component;

/// This subject's entry among the settings.
@Component
class MovingSettings implements SettingsPages {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(90, "/import", "moving.settings", Set.of(Role.OWNER, Role.FRONT_DESK)));
    }
}
