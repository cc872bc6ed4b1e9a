package org.needlepoint.charting.injection;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.needlepoint.anatomy.ScreeningQuestion.Effect;
import org.needlepoint.intake.Reason;

/// What is known before an injection, and what follows from it.
///
/// @param mayInject whether the practitioner's profession injects here
/// @param consented whether the patient agreed to an injection in the muscle's region
/// @param screened  whether every question before an injection has an answer
/// @param answers   what was answered that concerns this muscle and side
/// @param overLung  whether the lung lies below the muscle
/// @param day       on which it is given
record Circumstances(
        boolean mayInject, boolean consented, boolean screened, List<Reason> answers, boolean overLung, LocalDate day) {
    static final String ANAESTHETIC_ALLERGY = "local-anaesthetic-allergy";
    static final String STEROID_ALLERGY = "steroid-allergy";
    static final Set<String> ALLERGIES = Set.of(ANAESTHETIC_ALLERGY, STEROID_ALLERGY);

    private static final Set<String> BLEEDING =
            Set.of("bleeding-disorder", "anticoagulant", "antiplatelet", "warfarin-check-odd", "liver-disease");

    Circumstances {
        answers = List.copyOf(answers);
    }

    /// Whether an answer makes bleeding likelier.
    static boolean isBleeding(Reason reason) {
        return BLEEDING.contains(reason.question());
    }

    /// What stands against it.
    Set<Obstacle> against(Shot shot) {
        var against = EnumSet.noneOf(Obstacle.class);
        if (!mayInject) {
            against.add(Obstacle.PROFESSION);
        }
        if (!consented) {
            against.add(Obstacle.NO_CONSENT);
        }
        if (!screened) {
            against.add(Obstacle.NOT_SCREENED);
        }
        for (var answer : answers) {
            if (stops(answer)) {
                if (!ALLERGIES.contains(answer.question())) {
                    against.add(Obstacle.STOPPED);
                } else if (isTo(answer, shot.drug())) {
                    against.add(Obstacle.ALLERGY);
                }
            }
        }
        if (shot.isExpired(day)) {
            against.add(Obstacle.EXPIRED);
        }
        return against;
    }

    /// What is to be asked.
    ///
    /// @param sorted what was confirmed at this visit before
    Set<Doubt> doubts(Shot shot, Set<Doubt> sorted) {
        var doubts = EnumSet.noneOf(Doubt.class);
        if (shot.volumeMl().compareTo(Shot.VOLUME_UNASKED) > 0) {
            doubts.add(Doubt.LARGE_VOLUME);
        }
        if (shot.contradictsItself()) {
            doubts.add(Doubt.DOSE_DIFFERS);
        }
        if (overLung) {
            doubts.add(Doubt.OVER_LUNG);
        }
        for (var answer : answers) {
            if (isBleeding(answer)) {
                doubts.add(Doubt.BLEEDING);
            } else if (isWeighed(answer, shot.drug())) {
                doubts.add(Doubt.ANSWERS);
            }
        }
        doubts.removeIf(doubt -> doubt.isAboutThePatient() && sorted.contains(doubt));
        return doubts;
    }

    private static boolean stops(Reason answer) {
        return answer.effect() != Effect.WEIGH;
    }

    /// An allergy counts for its own kind of drug; for a drug named by hand every allergy is weighed.
    private static boolean isWeighed(Reason answer, Drug drug) {
        if (!ALLERGIES.contains(answer.question())) {
            return !stops(answer);
        }
        return drug.kind() == Drug.Kind.UNKNOWN || (!stops(answer) && isTo(answer, drug));
    }

    private static boolean isTo(Reason answer, Drug drug) {
        return switch (drug.kind()) {
            case LOCAL_ANAESTHETIC -> answer.question().equals(ANAESTHETIC_ALLERGY);
            case STEROID -> answer.question().equals(STEROID_ALLERGY);
            case NEITHER, UNKNOWN -> false;
        };
    }
}
