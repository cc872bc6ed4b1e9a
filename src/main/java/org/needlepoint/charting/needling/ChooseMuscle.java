package org.needlepoint.charting.needling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Hazard;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.measures.RedSigns;
import org.needlepoint.charting.needling.Acknowledgement.Kind;
import org.needlepoint.charting.needling.Choice.Interruption;
import org.needlepoint.charting.needling.Interruptions.Put;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.Reason;
import org.needlepoint.intake.Screening;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Technique;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says what stands between a practitioner and a muscle, once for each region (rules C1, C4, C9). The length of a
/// needle is never compared with anything.
@Service
public class ChooseMuscle {
    private final Ledger ledger;
    private final Gates gates;
    private final RegionGate regionGate;
    private final Interruptions put;
    private final TakeWord takeWord;
    private final Knowledge knowledge;
    private final Clock clock;

    ChooseMuscle(
            Ledger ledger,
            Gates gates,
            RegionGate regionGate,
            Interruptions put,
            TakeWord takeWord,
            Knowledge knowledge,
            Clock clock) {
        this.ledger = ledger;
        this.gates = gates;
        this.regionGate = regionGate;
        this.put = put;
        this.takeWord = takeWord;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /// A muscle that somebody means to needle.
    ///
    /// @param side L, R, or M for a muscle that has no sides
    public record Wish(String muscle, Laterality side, Technique technique) {}

    /// What the practitioner says to the interruptions.
    ///
    /// @param acknowledged the hazards were weighed
    /// @param saidYes      the patient was asked and agreed aloud, and how that was asked; null: not asked
    /// @param weighReason  why one goes on with what is to be weighed, a [Because] or own words; or null
    /// @param stopReason   why a stop is overridden; null: it is not
    /// @param thoraxReason why both sides of the thorax; null: no reason
    /// @param signReason   why one needles although the examination found a red sign; null: no reason
    public record Word(
            boolean acknowledged,
            @Nullable Asked saidYes,
            @Nullable String weighReason,
            @Nullable String stopReason,
            @Nullable String thoraxReason,
            @Nullable String signReason) {}

    /// What stands in the way now. That it was put to somebody is kept, for the practice's view of how often people go
    /// on.
    ///
    /// @throws NotFound when there is no such session or muscle
    @Transactional
    public Choice choose(PracticeId practice, SessionId session, Wish wish, Actor by) {
        var view = view(practice, session);
        return choose(practice, view, wish, account(by));
    }

    /// As [#choose], for a session that was read already.
    @Transactional
    public Choice choose(PracticeId practice, SessionView session, Wish wish, Actor by) {
        return choose(practice, session, wish, account(by));
    }

    /// Keeps what the practitioner says, and answers what still stands in the way.
    @Transactional
    public Choice goOn(PracticeId practice, SessionId session, Wish wish, Word word, Actor by) {
        var view = view(practice, session);
        var choice = choose(practice, view, wish, account(by));
        for (var interruption : choice.interruptions()) {
            takeWord.about(practice, view, wish, choice.muscle(), interruption, word, by);
        }
        return choose(practice, view, wish, account(by));
    }

    private SessionView view(PracticeId practice, SessionId session) {
        var row = ledger.find(practice, session).orElseThrow(NotFound::new);
        return row.with(ledger.entries(practice, session));
    }

    private static UUID account(Actor by) {
        return Objects.requireNonNull(by.id(), "who chooses has an account");
    }

    private Choice choose(PracticeId practice, SessionView session, Wish wish, UUID account) {
        var muscle = knowledge.muscle(wish.muscle()).orElseThrow(NotFound::new);
        var hazards = muscle.hazards().near().stream()
                .flatMap(id -> knowledge.hazard(id).stream())
                .toList();
        var facts = gates.facts(practice, session.id(), session.visit(), session.patient());
        var interruptions = new ArrayList<>(regionGate.against(facts, muscle.region(), wish.technique(), account));
        var signs = gates.redSigns(facts, RedSigns.of(facts.measured()), account);
        if (!signs.isEmpty()) {
            interruptions.add(new Choice.RedSignsFound(signs));
            put.add(practice, session.visit(), account, RedSignGate.put(signs), clock.instant());
        }
        var screened = gates.screened(facts, wish.technique());
        var standing = screened.standing();
        if (!(standing instanceof ScreeningStanding.Complete complete)) {
            interruptions.add(new Choice.NotScreened(standing));
            return new Choice(muscle, wish.side(), hazards, interruptions);
        }
        var given = gates.acknowledged(facts, account);
        var hash = complete.factsHash();
        var here = screened.at(muscle, wish.side());
        switch (here) {
            case Screening.NothingReported _ -> {}
            case Screening.Stop(var reasons) -> interruptions.add(new Choice.Stopped(reasons));
            case Screening.StopInRegion(var reasons) -> {
                if (Gates.overrides(given, session.id(), hash, muscle.region(), wish.side())
                        .findAny()
                        .isEmpty()) {
                    interruptions.add(new Choice.StoppedHere(reasons));
                }
            }
            case Screening.Weigh(var reasons) -> {
                var fresh = reasons.stream()
                        .filter(it -> given.stream().noneMatch(weighed(hash, region(it, muscle))))
                        .toList();
                if (!fresh.isEmpty()) {
                    interruptions.add(new Choice.ToWeigh(fresh));
                }
            }
        }
        hazards(hazards, muscle, hash, given, interruptions);
        thorax(session, muscle, wish.side(), given, interruptions);
        put.add(practice, session.id(), account, put(interruptions, muscle, wish.side(), hash), clock.instant());
        return new Choice(muscle, wish.side(), hazards, interruptions);
    }

    private static Predicate<Acknowledgement> weighed(String hash, String region) {
        return it -> it.kind() == Kind.SCREENING
                && it.factsHash().equals(hash)
                && it.region().equals(region);
    }

    /// What concerns the whole person is weighed once, the rest in each region.
    static String region(Reason reason, Muscle muscle) {
        return reason.where() == null ? Acknowledgement.EVERYWHERE : muscle.region();
    }

    private static void hazards(
            List<Hazard> hazards,
            Muscle muscle,
            String hash,
            List<Acknowledgement> given,
            List<Interruption> interruptions) {
        var known = given.stream()
                .filter(it -> it.kind() == Kind.HAZARDS)
                .filter(it -> it.factsHash().equals(hash) && it.region().equals(muscle.region()))
                .flatMap(it -> it.classes().stream())
                .collect(Collectors.toSet());
        var fresh = hazards.stream()
                .filter(it -> it.kind().acknowledged() && !known.contains(it.kind()))
                .toList();
        if (!fresh.isEmpty()) {
            interruptions.add(new Choice.HazardsNear(fresh));
        }
    }

    private void thorax(
            SessionView session,
            Muscle muscle,
            Laterality side,
            List<Acknowledgement> given,
            List<Interruption> interruptions) {
        if (!muscle.overPleura() || side == Laterality.M) {
            return;
        }
        var opposite = side == Laterality.L ? Laterality.R : Laterality.L;
        var other = session.state().needles().stream()
                .flatMap(needle -> Optional.ofNullable(needle.placement()).stream())
                .filter(placement -> placement.side() == opposite)
                .flatMap(placement -> knowledge.muscle(placement.muscle()).stream())
                .filter(Muscle::overPleura)
                .distinct()
                .toList();
        boolean reasoned = given.stream()
                .anyMatch(it ->
                        it.kind() == Kind.BOTH_SIDES_OF_THORAX && it.session().equals(session.id()));
        if (!other.isEmpty() && !reasoned) {
            interruptions.add(new Choice.BothSidesOfThorax(other));
        }
    }

    private static List<Put> put(List<Interruption> interruptions, Muscle muscle, Laterality side, String hash) {
        var all = new ArrayList<Put>();
        for (var interruption : interruptions) {
            switch (interruption) {
                case Choice.HazardsNear near ->
                    TakeWord.subjects(near)
                            .forEach(
                                    it -> all.add(new Put(Interruptions.Kind.HAZARD, it, muscle.region(), side, hash)));
                case Choice.ToWeigh(var reasons) -> reasons.forEach(it -> all.add(put(it, muscle, side, hash)));
                case Choice.StoppedHere(var reasons) -> reasons.forEach(it -> all.add(put(it, muscle, side, hash)));
                case Choice.BothSidesOfThorax _ -> {
                    var kind = Interruptions.Kind.BOTH_SIDES_OF_THORAX;
                    all.add(new Put(kind, kind.code(), muscle.region(), side, hash));
                }
                case Choice.RedSignsFound _,
                        Choice.NotEntitledHere _,
                        Choice.OutsideConsent _,
                        Choice.RefusedHere _,
                        Choice.NotScreened _,
                        Choice.Stopped _,
                        Choice.NoConsent _ -> {}
            }
        }
        return all;
    }

    private static Put put(Reason reason, Muscle muscle, Laterality side, String hash) {
        var region = region(reason, muscle);
        var everywhere = region.equals(Acknowledgement.EVERYWHERE);
        return new Put(Interruptions.Kind.QUESTION, reason.question(), region, everywhere ? Laterality.M : side, hash);
    }
}
