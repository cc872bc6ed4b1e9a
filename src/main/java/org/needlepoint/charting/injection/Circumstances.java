package org.needlepoint.charting.injection;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.anatomy.ScreeningQuestion.Effect;
import org.needlepoint.intake.Reason;

/// What is known before an injection, and what follows from it.
///
/// @param standing what stands against any injection there by this practitioner, whatever is in the syringe
/// @param answers  what was answered that concerns this muscle and side
/// @param overLung whether the lung lies below the muscle
/// @param day      on which it is given
record Circumstances(Set<Obstacle> standing, List<Reason> answers, boolean overLung, LocalDate day) {
    static final String ANAESTHETIC_ALLERGY = "local-anaesthetic-allergy";
    static final String STEROID_ALLERGY = "steroid-allergy";
    static final Set<String> ALLERGIES = Set.of(ANAESTHETIC_ALLERGY, STEROID_ALLERGY);

    private static final Set<String> BLEEDING =
            Set.of("bleeding-disorder", "anticoagulant", "antiplatelet", "warfarin-check-odd", "liver-disease");

    Circumstances {
        standing = Set.copyOf(standing);
        answers = List.copyOf(answers);
    }

    /// Whether an answer makes bleeding likelier.
    static boolean isBleeding(Reason reason) {
        return BLEEDING.contains(reason.question());
    }

    /// What stands against it.
    Set<Obstacle> against(Shot shot) {
        var against = EnumSet.noneOf(Obstacle.class);
        against.addAll(standing);
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
    /// @param weighed marks of the answers that were weighed at this visit before (rule C4)
    Set<Doubt> doubts(Shot shot, Set<String> weighed) {
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
        toWeigh(shot, weighed).forEach(answer -> doubts.add(isBleeding(answer) ? Doubt.BLEEDING : Doubt.ANSWERS));
        return doubts;
    }

    /// Marks of the answers that such a doubt is about.
    Set<String> weighs(Shot shot, Set<String> weighed) {
        return toWeigh(shot, weighed).map(answer -> mark(answer, shot)).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Reason> toWeigh(Shot shot, Set<String> weighed) {
        return answers.stream()
                .filter(answer -> isBleeding(answer) || isWeighed(answer, shot.drug()))
                .filter(answer -> !weighed.contains(mark(answer, shot)));
    }

    /// The question, and whether the patient was sure; an allergy is weighed for one drug.
    private static String mark(Reason answer, Shot shot) {
        var mark = answer.question() + (answer.unsure() ? "?" : "");
        if (!ALLERGIES.contains(answer.question())) {
            return mark;
        }
        var named = shot.named();
        return mark + ":" + (named == null ? shot.drug().code() : named.toLowerCase(Locale.ROOT));
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
