package org.needlepoint.charting.needling;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Hazard;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.needling.Acknowledgement.Kind;
import org.needlepoint.charting.needling.Choice.Interruption;
import org.needlepoint.charting.needling.ChooseMuscle.Wish;
import org.needlepoint.charting.needling.ChooseMuscle.Word;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Keeps what a practitioner says to what stands between them and a muscle (rule C4).
@Component
class TakeWord {
    private final Gates gates;
    private final RedSignGate redSigns;
    private final Acknowledgements acknowledgements;
    private final Consents consents;
    private final AuditTrail audit;
    private final Clock clock;

    TakeWord(
            Gates gates,
            RedSignGate redSigns,
            Acknowledgements acknowledgements,
            Consents consents,
            AuditTrail audit,
            Clock clock) {
        this.gates = gates;
        this.redSigns = redSigns;
        this.acknowledgements = acknowledgements;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    /// Keeps it where the word answers this interruption; any other word says nothing about it.
    void about(
            PracticeId practice,
            SessionView session,
            Wish wish,
            Muscle muscle,
            Interruption interruption,
            Word word,
            Actor by) {
        switch (interruption) {
            case Choice.RedSignsFound(var signs) -> {
                if (word.signReason() != null) {
                    var all = redSigns.found(practice, session.visit());
                    keep(
                            practice,
                            session,
                            new Acknowledgement(
                                    session.id(),
                                    Kind.RED_SIGNS,
                                    Acknowledgement.EVERYWHERE,
                                    Laterality.M,
                                    Set.of(),
                                    RedSignGate.questions(signs),
                                    RedSignGate.facts(all),
                                    word.signReason(),
                                    clock.instant(),
                                    account(by)),
                            by);
                }
            }
            case Choice.HazardsNear near -> {
                if (word.acknowledged()) {
                    keep(
                            practice,
                            session,
                            wish,
                            Kind.HAZARDS,
                            muscle.region(),
                            near.classes(),
                            subjects(near),
                            null,
                            by);
                }
            }
            case Choice.ToWeigh(var reasons) -> {
                if (word.weighReason() != null) {
                    reasons.stream()
                            .collect(Collectors.groupingBy(it -> ChooseMuscle.region(it, muscle)))
                            .forEach((region, here) -> keep(
                                    practice,
                                    session,
                                    wish,
                                    Kind.SCREENING,
                                    region,
                                    Set.of(),
                                    questions(here),
                                    word.weighReason(),
                                    by));
                }
            }
            case Choice.StoppedHere(var reasons) -> {
                if (word.stopReason() != null) {
                    keep(
                            practice,
                            session,
                            wish,
                            Kind.STOP_IN_REGION,
                            muscle.region(),
                            Set.of(),
                            questions(reasons),
                            word.stopReason(),
                            by);
                }
            }
            case Choice.BothSidesOfThorax _ -> {
                if (word.thoraxReason() != null) {
                    keep(
                            practice,
                            session,
                            wish,
                            Kind.BOTH_SIDES_OF_THORAX,
                            muscle.region(),
                            Set.of(),
                            Set.of(Interruptions.Kind.BOTH_SIDES_OF_THORAX.code()),
                            word.thoraxReason(),
                            by);
                }
            }
            case Choice.OutsideConsent outside -> {
                if (word.saidYes() != null && outside.here()) {
                    consents.extendAloud(
                            practice,
                            session.patient(),
                            session.visit().value(),
                            outside.region(),
                            outside.technique(),
                            word.saidYes());
                }
            }
            case Choice.NotEntitledHere _, Choice.NotScreened _, Choice.Stopped _ -> {}
            case Choice.NoConsent _, Choice.RefusedHere _ -> {}
        }
    }

    private void keep(
            PracticeId practice,
            SessionView session,
            Wish wish,
            Kind kind,
            String region,
            Set<Hazard.Kind> classes,
            Set<String> subjects,
            @Nullable String reason,
            Actor by) {
        var standing = gates.screening(practice, session.patient(), session.visit(), wish.technique());
        var hash = standing instanceof ScreeningStanding.Complete complete ? complete.factsHash() : "";
        keep(
                practice,
                session,
                new Acknowledgement(
                        session.id(),
                        kind,
                        region,
                        wish.side(),
                        classes,
                        subjects,
                        hash,
                        reason,
                        clock.instant(),
                        account(by)),
                by);
    }

    private void keep(PracticeId practice, SessionView session, Acknowledgement given, Actor by) {
        acknowledgements.add(practice, session.patient(), given);
        audit.append(
                practice,
                AuditEntry.of(
                                by,
                                "acknowledged-" + given.kind().code(),
                                "session",
                                session.id().value())
                        .about(session.patient().value())
                        .during(session.visit().value()));
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who says a word has an account");
    }

    static Set<String> subjects(Choice.HazardsNear near) {
        return near.classes().stream()
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> questions(List<Reason> reasons) {
        return reasons.stream().map(Reason::question).collect(Collectors.toUnmodifiableSet());
    }
}
