package org.needlepoint.charting.needling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.SessionClosed;
import org.needlepoint.charting.ledger.Needle;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.room.KeepRoom;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.entitlement.Entitlements;
import org.needlepoint.credentials.logbook.Logbook;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// A closed session enters itself in the logbook of each trainee who was supervised at its visit and put a needle in
/// themselves, with their last supervisor: their muscles and needles, and no patient. Heard twice it enters once.
@Component
class EnterInLogbook {
    private static final int LONGEST = 500;

    private final Sessions sessions;
    private final KeepRoom keepRoom;
    private final Calendar calendar;
    private final Practitioners practitioners;
    private final Entitlements entitlements;
    private final Logbook logbook;
    private final Knowledge knowledge;
    private final MessageSource messages;

    EnterInLogbook(
            Sessions sessions,
            KeepRoom keepRoom,
            Calendar calendar,
            Practitioners practitioners,
            Entitlements entitlements,
            Logbook logbook,
            Knowledge knowledge,
            MessageSource messages) {
        this.sessions = sessions;
        this.keepRoom = keepRoom;
        this.calendar = calendar;
        this.practitioners = practitioners;
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
        supervisors.forEach((trainee, supervisor) -> {
            var own = own(practice, trainee, session.get());
            if (!own.isEmpty()) {
                logbook.enter(
                        practice,
                        new Logbook.Entry(
                                trainee,
                                supervisor,
                                event.visit().value(),
                                entitlements.jurisdiction(practice, visit.get().location()),
                                visit.get().localStart().toLocalDate(),
                                what(own)),
                        Actor.SYSTEM);
            }
        });
    }

    /// The needles that somebody put in, with what they charted of each; empty where others needled.
    private Map<NeedleId, List<Placement>> own(PracticeId practice, PractitionerId trainee, SessionView session) {
        var account =
                practitioners.find(practice, trainee).map(Practitioner::account).orElse(null);
        var own = new LinkedHashMap<NeedleId, List<Placement>>();
        for (var needle : session.state().needles()) {
            var placement = needle.placement();
            var first = placement != null && account != null && account.equals(needle.insertedBy())
                    ? Stream.of(placement)
                    : Stream.<Placement>empty();
            var again = needle.again().stream()
                    .filter(it -> it.insertedBy().equals(account))
                    .map(Needle.Again::placement);
            var all = Stream.concat(first, again).toList();
            if (!all.isEmpty()) {
                own.put(needle.id(), all);
            }
        }
        return own;
    }

    /// "5 needles: Infraspinatus, Upper trapezius", in English as the record of a profession.
    private String what(Map<NeedleId, List<Placement>> needles) {
        var muscles = needles.values().stream()
                .flatMap(List::stream)
                .flatMap(it -> knowledge.muscle(it.muscle()).stream())
                .map(it -> it.name().in(Locale.ENGLISH))
                .collect(Collectors.toCollection(TreeSet::new));
        var what = messages.getMessage(
                "training.entered", new Object[] {needles.size(), String.join(", ", muscles)}, Locale.ENGLISH);
        return what.length() > LONGEST ? what.substring(0, LONGEST - 1) + "…" : what;
    }
}
