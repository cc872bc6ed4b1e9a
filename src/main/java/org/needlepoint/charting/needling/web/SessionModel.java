package org.needlepoint.charting.needling.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.needling.Flag;
import org.needlepoint.charting.needling.Flags;
import org.needlepoint.charting.needling.SessionPanel;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.stereotype.Component;

/// What the page of a session shows, and what it gives to the chart.
@Component
class SessionModel {
    private final Patients patients;
    private final Flags flags;
    private final Given given;
    private final ChartWords words;
    private final List<SessionPanel> panels;
    private final Say say;

    SessionModel(Patients patients, Flags flags, Given given, ChartWords words, List<SessionPanel> panels, Say say) {
        this.patients = patients;
        this.flags = flags;
        this.given = given;
        this.words = words;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(SessionPanel::order))
                .toList();
        this.say = say;
    }

    /// A kind of flag that stands.
    record Standing(String kind, String label, long count) {}

    /// All attributes of the page.
    Map<String, Object> model(Practice practice, SessionView session, SignedIn who, Locale locale) {
        var model = new HashMap<String, Object>();
        var state = session.state();
        model.put("sessionId", session.id().toString());
        model.put("visitId", session.visit().value().toString());
        model.put(
                "patientName",
                patients.find(practice.id(), session.patient())
                        .orElseThrow(NotFound::new)
                        .name());
        model.put("standing", state.standing().code());
        model.put("used", state.used());
        model.put("standingFlags", standing(practice, session, locale));
        model.put("zone", practice.zone().getId());
        model.put("account", who.id().toString());
        model.put("joins", !state.isClosed() && charts(session, who));
        model.put("words", words.json(locale));
        model.put("given", ChartWords.write(given.page(practice, session, who.id(), locale)));
        var templates = new ArrayList<String>();
        for (var panel : panels) {
            model.putAll(panel.model(practice, session));
            templates.add(panel.template());
        }
        model.put("sessionPanels", templates);
        return model;
    }

    /// Whether closing should wait for whatever device this person opens the page on: they began the session or have
    /// charted in it. Somebody who only looks is not waited for.
    private static boolean charts(SessionView session, SignedIn who) {
        return session.entries().stream()
                .anyMatch(it -> it.recordedBy().equals(who.id())
                        && (it.event() instanceof LedgerEvent.Opened || it.event() instanceof LedgerEvent.OfNeedle));
    }

    private List<Standing> standing(Practice practice, SessionView session, Locale locale) {
        var counts = new LinkedHashMap<Flag.Kind, Long>();
        flags.of(practice.id(), session.id()).stream()
                .filter(Flag::stands)
                .forEach(flag -> counts.merge(flag.kind(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(it -> new Standing(
                        it.getKey().name(),
                        say.it("charting.flag." + it.getKey().code(), locale),
                        it.getValue()))
                .toList();
    }
}
