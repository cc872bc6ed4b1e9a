package org.needlepoint.charting.needling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.measures.Measures;
import org.needlepoint.charting.measures.RedSigns;
import org.needlepoint.charting.measures.VisitMeasures;
import org.needlepoint.charting.needling.Acknowledgement.Kind;
import org.needlepoint.credentials.entitlement.Entitlement;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Screened;
import org.needlepoint.intake.Screening;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// What stands for and against needling a patient at a visit, as it is now.
@Component
class Gates {
    /// What was acknowledged is carried through a course of treatment: no longer than this.
    static final Duration COURSE = Duration.ofDays(84);

    private final Consents consents;
    private final Screenings screenings;
    private final Acknowledgements acknowledgements;
    private final Knowledge knowledge;
    private final Hands hands;
    private final Measures measures;
    private final Clock clock;

    Gates(
            Consents consents,
            Screenings screenings,
            Acknowledgements acknowledgements,
            Knowledge knowledge,
            Hands hands,
            Measures measures,
            Clock clock) {
        this.consents = consents;
        this.screenings = screenings;
        this.acknowledgements = acknowledgements;
        this.knowledge = knowledge;
        this.hands = hands;
        this.measures = measures;
        this.clock = clock;
    }

    /// The facts of one patient at one visit. What takes a query is asked for once, however many needles it is about.
    ///
    /// @param measured     at the visit so far
    /// @param entitled     what each account that charts here may do
    /// @param screened     the answers, read for each technique
    /// @param acknowledged what each account acknowledged
    record Facts(
            PracticeId practice,
            SessionId session,
            AppointmentId visit,
            PatientId chart,
            ConsentStanding consent,
            VisitMeasures measured,
            Map<UUID, Entitlement> entitled,
            Map<Technique, Screened> screened,
            Map<UUID, List<Acknowledgement>> acknowledged) {}

    Facts facts(PracticeId practice, Ledger.Row row) {
        return facts(practice, row.id(), row.visit(), row.patient());
    }

    Facts facts(PracticeId practice, SessionId session, AppointmentId visit, PatientId chart) {
        return new Facts(
                practice,
                session,
                visit,
                chart,
                consents.standing(practice, chart),
                measures.of(practice, visit),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>());
    }

    ScreeningStanding screening(PracticeId practice, PatientId chart, AppointmentId visit, Technique technique) {
        return screenings.standing(practice, chart, visit.value(), technique);
    }

    /// What was answered, as it counts for a technique.
    Screened screened(Facts facts, Technique technique) {
        return facts.screened()
                .computeIfAbsent(
                        technique,
                        it -> screenings.screened(
                                facts.practice(), facts.chart(), facts.visit().value(), it));
    }

    /// What this practitioner acknowledged for the patient in this course.
    List<Acknowledgement> acknowledged(Facts facts, UUID account) {
        return facts.acknowledged()
                .computeIfAbsent(
                        account,
                        it ->
                                acknowledgements
                                        .of(
                                                facts.practice(),
                                                facts.chart(),
                                                clock.instant().minus(COURSE))
                                        .stream()
                                        .filter(given -> given.by().equals(it))
                                        .toList());
    }

    private Entitlement entitled(Facts facts, UUID account) {
        return facts.entitled().computeIfAbsent(account, it -> hands.entitled(facts.practice(), facts.visit(), it));
    }

    /// What stood against a needle that went in.
    ///
    /// @param at when it went in
    Set<Flag.Kind> against(Facts facts, Placement placement, Instant at, UUID account) {
        var flags = EnumSet.noneOf(Flag.Kind.class);
        var technique = placement.technique().asked();
        var muscle = knowledge.muscle(placement.muscle());
        if (!entitled(facts, account).covers(muscle.map(Muscle::region).orElse(""))) {
            flags.add(Flag.Kind.NOT_ENTITLED);
        }
        if (!(facts.consent() instanceof ConsentStanding.Given(var consent))) {
            flags.add(Flag.Kind.CONSENT_WITHDRAWN);
        } else if (muscle.isEmpty() || !consent.covers(muscle.get().region(), technique)) {
            flags.add(Flag.Kind.OUTSIDE_CONSENT);
        }
        if (!redSigns(facts, RedSigns.of(facts.measured().until(at)), account).isEmpty()) {
            flags.add(Flag.Kind.RED_SIGN);
        }
        var screened = screened(facts, technique);
        switch (screened.standing()) {
            case ScreeningStanding.NotAsked _, ScreeningStanding.Incomplete _, ScreeningStanding.Suspended _ ->
                flags.add(Flag.Kind.NOT_SCREENED);
            case ScreeningStanding.Complete complete -> {
                if (stops(complete.overall()) && muscle.isPresent()) {
                    var here = screened.at(muscle.get(), placement.side());
                    if (here instanceof Screening.Stop) {
                        flags.add(Flag.Kind.STOPPED);
                    } else if (here instanceof Screening.StopInRegion
                            && !overridden(facts, complete, muscle.get(), placement.side(), account)) {
                        flags.add(Flag.Kind.STOPPED_IN_REGION);
                    }
                }
            }
        }
        return flags;
    }

    /// Red signs that somebody has not answered yet.
    List<RedSigns> redSigns(Facts facts, List<RedSigns> found, UUID account) {
        return found.isEmpty() ? found : RedSignGate.unanswered(found, facts.session(), acknowledged(facts, account));
    }

    private static boolean stops(Screening screening) {
        return screening instanceof Screening.Stop || screening instanceof Screening.StopInRegion;
    }

    private boolean overridden(
            Facts facts, ScreeningStanding.Complete complete, Muscle muscle, Laterality side, UUID account) {
        return overrides(acknowledged(facts, account), facts.session(), complete.factsHash(), muscle.region(), side)
                .findAny()
                .isPresent();
    }

    /// Overrides of a stop hold for one session, one region and side, and the facts they were given for.
    static Stream<Acknowledgement> overrides(
            List<Acknowledgement> given, SessionId session, String factsHash, String region, Laterality side) {
        return given.stream()
                .filter(it -> it.kind() == Kind.STOP_IN_REGION)
                .filter(it -> it.session().equals(session))
                .filter(it -> it.factsHash().equals(factsHash))
                .filter(it -> it.region().equals(region) && it.side() == side);
    }
}
