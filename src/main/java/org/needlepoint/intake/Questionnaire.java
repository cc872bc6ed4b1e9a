package org.needlepoint.intake;

import java.util.Set;
import org.needlepoint.anatomy.ScreeningQuestion;

/// How the questions are put to people: by topic, few at a time.
final class Questionnaire {
    private static final Set<String> ABOUT_LAST_TIME =
            Set.of(Holding.HEALTH_CHANGE, Holding.MEDICINE_CHANGE, "trouble-since-last-visit");

    private Questionnaire() {}

    /// Whether the question makes sense only for somebody who was here before.
    static boolean isAboutLastTime(ScreeningQuestion question) {
        return ABOUT_LAST_TIME.contains(question.id());
    }

    /// Whether a yes needs a place.
    static boolean asksWhere(ScreeningQuestion question) {
        return switch (question.regionRule()) {
            case NONE, THORAX, DEEP_OR_NO_PRESSURE, PREGNANCY_REGIONS -> false;
            case REPORTED_SITE,
                    REPORTED_LIMB,
                    SURGERY_SITE,
                    IMPLANT_SITE,
                    SPINAL_LEVEL,
                    DEVICE_AND_CHEST,
                    RADIATION_FIELD,
                    FACE_OR_TREATED_SITE -> true;
        };
    }
}
