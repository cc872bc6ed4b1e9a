package org.needlepoint.web.web;

import static org.needlepoint.identity.Route.get;

import java.util.List;
import java.util.Locale;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.StaffAlarm;
import org.needlepoint.web.StaffAlarm.Alarm;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells every screen of the staff what all modules want known at once.
@RestController
class AlarmPages implements Routes {
    private final List<StaffAlarm> alarms;

    AlarmPages(List<StaffAlarm> alarms) {
        this.alarms = alarms;
    }

    @Override
    public List<Route> routes() {
        return List.of(get("/p/{slug}/alarms").by(Role.PRACTITIONER, Role.SUPERVISOR, Role.FRONT_DESK, Role.OWNER));
    }

    @GetMapping("/p/{slug}/alarms")
    List<Alarm> now(Practice practice, Locale locale) {
        return alarms.stream().flatMap(it -> it.now(practice, locale).stream()).toList();
    }
}
