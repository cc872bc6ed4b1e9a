package org.needlepoint.charting.needling.web;

import java.util.List;
import java.util.Locale;
import org.needlepoint.charting.needling.OverdueNeedles;
import org.needlepoint.charting.needling.OverdueNeedles.Overdue;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.StaffAlarm;
import org.springframework.stereotype.Component;

/// Says on every screen whose needles have been in for longer than planned.
@Component
class OverdueAlarm implements StaffAlarm {
    private final OverdueNeedles overdueNeedles;
    private final Practitioners practitioners;
    private final Say say;

    OverdueAlarm(OverdueNeedles overdueNeedles, Practitioners practitioners, Say say) {
        this.overdueNeedles = overdueNeedles;
        this.practitioners = practitioners;
        this.say = say;
    }

    @Override
    public List<Alarm> now(Practice practice, Locale locale) {
        return overdueNeedles.now(practice.id()).stream()
                .map(it -> alarm(practice, it, locale))
                .toList();
    }

    private Alarm alarm(Practice practice, Overdue overdue, Locale locale) {
        var session = overdue.session();
        var practitioner = practitioners
                .find(practice.id(), session.practitioner())
                .map(Practitioner::name)
                .orElse("");
        return new Alarm(
                say.it(
                        "charting.alarm",
                        locale,
                        practitioner,
                        overdue.needles(),
                        say.time(overdue.since(), practice, locale)),
                "/p/" + practice.slug() + "/sessions/" + session.id());
    }
}
