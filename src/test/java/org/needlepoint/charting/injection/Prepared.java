package org.needlepoint.charting.injection;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.ScreeningQuestion.AppliesTo;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.charting.needling.AppendEvents;
import org.needlepoint.charting.needling.Report;
import org.needlepoint.charting.needling.Start;
import org.needlepoint.charting.needling.StartNeedling;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.documents.Signature;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ConsentScope;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.MovableClock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// What comes before an injection, through the same doors as everybody else.
@Component
@Lazy
class Prepared {
    private final Screenings screenings;
    private final Consents consents;
    private final StartNeedling startNeedling;
    private final AppendEvents appendEvents;
    private final Practices practices;
    private final Knowledge knowledge;
    private final MovableClock clock;

    Prepared(
            Screenings screenings,
            Consents consents,
            StartNeedling startNeedling,
            AppendEvents appendEvents,
            Practices practices,
            Knowledge knowledge,
            MovableClock clock) {
        this.screenings = screenings;
        this.consents = consents;
        this.startNeedling = startNeedling;
        this.appendEvents = appendEvents;
        this.practices = practices;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /// Every question before needling answered no but these; those of injections alone only where they are asked.
    void screened(Room room, boolean injections, Map<String, Said> but) {
        var said = new LinkedHashMap<String, Said>();
        knowledge.screeningQuestions().stream()
                .filter(question -> injections || question.appliesTo() != AppliesTo.INJECTION)
                .forEach(question -> said.put(question.id(), Said.NO));
        said.putAll(but);
        room.in(() -> {
            screenings.record(room.clinic().id(), room.patient(), room.visit().value(), said, Asked.byStaff(room.by()));
            return true;
        });
    }

    /// Each of these by a signature of its own.
    void agreed(Room room, List<BodyArea> areas, Technique... techniques) {
        for (var technique : techniques) {
            room.in(() -> consents.give(
                    practices.find(room.clinic().id()).orElseThrow(),
                    room.patient(),
                    room.visit().value(),
                    new ConsentScope(EnumSet.copyOf(areas), Set.of(technique)),
                    new Signature.Typed("Ana Ruiz"),
                    Locale.ENGLISH,
                    Asked.byStaff(room.by())));
        }
    }

    /// The patient takes back a consent.
    void tookBack(Room room, ConsentTo to) {
        clock.advance(Duration.ofSeconds(1));
        room.in(() -> consents.withdraw(
                room.clinic().id(), room.patient(), room.visit().value(), to, Asked.byStaff(room.by())));
    }

    /// A needle in the right side of a muscle.
    void needled(Room room, String muscle) {
        var practice = room.clinic().id();
        var start = room.in(() -> startNeedling.start(practice, room.visit(), StartNeedling.Words.NONE, room.by()));
        var session = ((Start.Started) start).session();
        var placement = new Placement(
                muscle, Laterality.R, 250, 40, NeedleTechnique.DEEP_STATIC, Tissue.TRIGGER_POINT, "0.1.0+test");
        var inserted = new LedgerEvent.Inserted(NeedleId.next(), placement);
        room.in(() -> appendEvents.append(
                practice, session, List.of(Report.onPage(EventId.next(), clock.instant(), inserted)), room.by()));
    }
}
