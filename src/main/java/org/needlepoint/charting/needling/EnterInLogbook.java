package org.needlepoint.charting.needling;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.SessionClosed;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.room.KeepRoom;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.entitlement.Entitlements;
import org.needlepoint.credentials.logbook.Logbook;
import org.needlepoint.scheduling.Calendar;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// A closed session enters itself in the logbook of each trainee who was supervised at its visit, with their last
/// supervisor: muscles and needles, and no patient. Heard twice it enters once.
@Component
class EnterInLogbook {
    private static final int LONGEST = 500;

    private final Sessions sessions;
    private final KeepRoom keepRoom;
    private final Calendar calendar;
    private final Entitlements entitlements;
    private final Logbook logbook;
    private final Knowledge knowledge;
    private final MessageSource messages;

    EnterInLogbook(
            Sessions sessions,
            KeepRoom keepRoom,
            Calendar calendar,
            Entitlements entitlements,
            Logbook logbook,
            Knowledge knowledge,
            MessageSource messages) {
        this.sessions = sessions;
        this.keepRoom = keepRoom;
        this.calendar = calendar;
        this.entitlements = entitlements;
        this.logbook = logbook;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    @ApplicationModuleListener
    void on(SessionClosed event) {
        var practice = event.practice();
        var supervisors = new LinkedHashMap<PractitionerId, PractitionerId>();
        keepRoom.at(practice, event.visit())
                .everSupervised()
                .forEach(it -> supervisors.put(it.trainee(), it.supervisor()));
        var visit = calendar.find(practice, event.visit());
        var session = sessions.find(practice, event.session());
        if (visit.isEmpty() || session.isEmpty()) {
            return;
        }
        supervisors.forEach((trainee, supervisor) -> logbook.enter(
                practice,
                new Logbook.Entry(
                        trainee,
                        supervisor,
                        event.visit().value(),
                        entitlements.jurisdiction(practice, visit.get().location()),
                        visit.get().localStart().toLocalDate(),
                        what(session.get())),
                Actor.SYSTEM));
    }

    /// "5 needles: Infraspinatus, Upper trapezius", in English as the record of a profession.
    private String what(SessionView session) {
        var muscles = session.state().needles().stream()
                .map(Needle::placement)
                .filter(Objects::nonNull)
                .flatMap(it -> knowledge.muscle(it.muscle()).stream())
                .map(it -> it.name().in(Locale.ENGLISH))
                .collect(Collectors.toCollection(TreeSet::new));
        var what = messages.getMessage(
                "training.entered", new Object[] {session.state().used(), String.join(", ", muscles)}, Locale.ENGLISH);
        return what.length() > LONGEST ? what.substring(0, LONGEST - 1) + "…" : what;
    }
}
