package org.needlepoint.charting.needling.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.needling.Choice;
import org.needlepoint.charting.needling.ChooseMuscle;
import org.needlepoint.charting.needling.Flag;
import org.needlepoint.charting.needling.Flags;
import org.needlepoint.charting.needling.SessionPanel;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.charting.needling.StartNeedling;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.stereotype.Component;

/// What the page of a session shows.
@Component
class SessionModel {
    private final Sessions sessions;
    private final Patients patients;
    private final ChooseMuscle chooseMuscle;
    private final StartNeedling startNeedling;
    private final Flags flags;
    private final MuscleMenu menu;
    private final NeedleCard card;
    private final NeedleRows rows;
    private final List<SessionPanel> panels;
    private final Say say;

    SessionModel(
            Sessions sessions,
            Patients patients,
            ChooseMuscle chooseMuscle,
            StartNeedling startNeedling,
            Flags flags,
            MuscleMenu menu,
            NeedleCard card,
            NeedleRows rows,
            List<SessionPanel> panels,
            Say say) {
        this.sessions = sessions;
        this.patients = patients;
        this.chooseMuscle = chooseMuscle;
        this.startNeedling = startNeedling;
        this.flags = flags;
        this.menu = menu;
        this.card = card;
        this.rows = rows;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(SessionPanel::order))
                .toList();
        this.say = say;
    }

    /// Where the page is open.
    ///
    /// @param chosen null while no muscle is chosen
    /// @param answered what the last post answered to the choice; null: ask the gates
    record At(
            @Nullable Chosen chosen,
            String typed,
            String region,
            @Nullable Choice answered) {}

    /// A kind of flag that stands.
    record Standing(String kind, String label, long count) {}

    /// All attributes of the page.
    Map<String, Object> model(Practice practice, SessionView session, At at, SignedIn who, Locale locale) {
        var model = new HashMap<String, Object>();
        var last = sessions.lastOf(practice.id(), session.patient(), session.openedAt());
        counter(model, session, locale);
        model.put("sessionId", session.id().toString());
        model.put("visitId", session.visit().value().toString());
        model.put("version", session.version());
        model.put(
                "patientName",
                patients.find(practice.id(), session.patient())
                        .orElseThrow(NotFound::new)
                        .name());
        model.put(
                "menu",
                menu.menu(
                        practice.id(),
                        session,
                        last.orElse(null),
                        last.map(it -> say.day(it.at(), practice, locale)).orElse(null),
                        at.typed(),
                        at.region(),
                        locale));
        model.put("groups", rows.groups(session.state(), practice, locale));
        model.put("standingFlags", standing(practice, session, locale));
        model.put("cautions", cautions(practice, session, last.isEmpty()));
        card(practice, session, at, who).ifPresent(choice -> {
            model.put("card", card.card(practice.id(), session, choice, locale));
            model.put("chosenMuscle", choice.muscle().id());
            model.put("chosenSide", choice.side().name());
        });
        model.put(
                "unwell",
                session.state().unwell().stream().map(EventId::toString).toList());
        model.put("emergency", session.state().emergency());
        var templates = new ArrayList<String>();
        for (var panel : panels) {
            model.putAll(panel.model(practice, session));
            templates.add(panel.template());
        }
        model.put("sessionPanels", templates);
        return model;
    }

    /// The counter's attributes, on every page of a session.
    void counter(Map<String, Object> model, SessionView session, Locale locale) {
        var state = session.state();
        int inSitu = state.inSitu().size();
        model.put("fresh", new Fresh());
        model.put("places", LedgerEvent.Place.values());
        model.put("inSitu", inSitu);
        model.put("used", state.used());
        model.put("out", state.out());
        model.put("missing", state.missing().size());
        model.put("standing", state.standing().code());
        model.put("closed", state.isClosed());
        model.put("balanced", state.balanced());
        model.put("counterWords", say.it("charting.counter.words", locale, inSitu, state.out()));
    }

    private Optional<Choice> card(Practice practice, SessionView session, At at, SignedIn who) {
        if (at.answered() != null) {
            return Optional.of(at.answered());
        }
        var chosen = at.chosen();
        if (chosen == null || session.state().isClosed()) {
            return Optional.empty();
        }
        return Optional.of(chooseMuscle.choose(practice.id(), session, wish(practice, session, chosen), who.actor()));
    }

    /// The wish to needle a muscle with the technique of the last needle.
    ChooseMuscle.Wish wish(Practice practice, SessionView session, Chosen chosen) {
        var technique = card.lastNeedle(practice.id(), session)
                .map(Placement::technique)
                .orElse(NeedleTechnique.DEEP_STATIC);
        return new ChooseMuscle.Wish(chosen.muscle().id(), chosen.side(), technique.asked());
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

    /// Shown until the first needle is in: then the patient lies.
    private List<String> cautions(Practice practice, SessionView session, boolean first) {
        if (!session.state().needles().isEmpty()) {
            return List.of();
        }
        return first
                ? List.of("first-visit")
                : startNeedling.cautions(practice.id(), session).stream()
                        .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
    }
}
