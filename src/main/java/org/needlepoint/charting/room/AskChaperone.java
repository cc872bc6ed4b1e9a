package org.needlepoint.charting.room;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.examination.ExamineMuscle;
import org.needlepoint.charting.examination.Finding;
import org.needlepoint.charting.examination.Target;
import org.needlepoint.charting.examination.Targets;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Consents;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says when a chaperone is to be offered: once for a visit, when its consent, its targets or what was examined touches
/// chest, buttock or groin (rule W7).
@Service
public class AskChaperone {
    private static final Set<BodyArea> AREAS = Set.of(BodyArea.CHEST, BodyArea.HIP_BUTTOCK, BodyArea.PELVIC_FLOOR);
    /// The groin: muscles that begin at the pubic bone.
    private static final String GROIN = "thigh-medial";

    private final KeepRoom keepRoom;
    private final Consents consents;
    private final ExamineMuscle examineMuscle;
    private final Targets targets;
    private final Knowledge knowledge;

    AskChaperone(
            KeepRoom keepRoom, Consents consents, ExamineMuscle examineMuscle, Targets targets, Knowledge knowledge) {
        this.keepRoom = keepRoom;
        this.consents = consents;
        this.examineMuscle = examineMuscle;
        this.targets = targets;
        this.knowledge = knowledge;
    }

    /// The regions because of which a chaperone is to be offered now; empty: none is, or it was offered.
    @Transactional(readOnly = true)
    public Set<String> because(PracticeId practice, AppointmentId visit, PatientId chart) {
        if (keepRoom.at(practice, visit).chaperone().isPresent()) {
            return Set.of();
        }
        var regions = new TreeSet<String>();
        if (consents.standing(practice, chart) instanceof ConsentStanding.Given(var consent)) {
            consent.covered().values().stream()
                    .flatMap(Set::stream)
                    .filter(it -> AREAS.contains(BodyArea.ofRegion(it)))
                    .forEach(regions::add);
        }
        var findings = examineMuscle.of(practice, visit).standing().stream().map(Finding::muscle);
        var meant = targets.of(practice, visit).stream().map(Target::muscle);
        Stream.concat(findings, meant)
                .flatMap(id -> knowledge.muscle(id).stream())
                .map(Muscle::region)
                .filter(AskChaperone::asked)
                .forEach(regions::add);
        return regions;
    }

    private static boolean asked(String region) {
        return region.equals(GROIN) || AREAS.contains(BodyArea.ofRegion(region));
    }
}
