package org.needlepoint.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.anatomy.ScreeningQuestion;

/// What a page of questions is about, in the order of the pages. A question that no topic names belongs to the last
/// one.
public enum Topic {
    TODAY,
    NEEDLES,
    HEART_LUNGS,
    BLEEDING,
    PREGNANCY,
    SURGERY,
    SKIN,
    ILLNESS;

    /// As in addresses: `heart-lungs`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The topic of a code; empty when there is none.
    public static Optional<Topic> ofCode(String code) {
        return Arrays.stream(values())
                .filter(topic -> topic.code().equals(code))
                .findFirst();
    }

    /// The topic of a question.
    public static Topic of(ScreeningQuestion question) {
        return Arrays.stream(values())
                .filter(topic -> topic.questions().contains(question.id()))
                .findFirst()
                .orElse(ILLNESS);
    }

    /// Ids of the questions that the topic names.
    List<String> questions() {
        return switch (this) {
            case TODAY ->
                List.of(
                        "no-needles-wanted",
                        "cannot-consent",
                        "warning-sign-since-booking",
                        "ill-or-fever-today",
                        "chest-pain-rhythm-now",
                        "health-change",
                        "medicine-change",
                        "trouble-since-last-visit",
                        "alcohol-or-drugs-today",
                        "hungry-or-worn-out",
                        "drive-soon",
                        "hard-time-now");
            case NEEDLES ->
                List.of(
                        "minor",
                        "needle-fear",
                        "fainted-with-needles",
                        "bad-reaction-before",
                        "touch-hurts",
                        "metal-allergy",
                        "latex-allergy",
                        "antiseptic-allergy",
                        "local-anaesthetic-allergy",
                        "steroid-allergy",
                        "recent-steroids");
            case HEART_LUNGS -> List.of("past-lung-collapse", "lung-disease", "very-slim", "heart-valve");
            case BLEEDING ->
                List.of("anticoagulant", "antiplatelet", "warfarin-check-odd", "bleeding-disorder", "liver-disease");
            case PREGNANCY ->
                List.of(
                        "pregnant-first-trimester",
                        "pregnant-later",
                        "pregnant-new-to-needles",
                        "pregnant-injection",
                        "breastfeeding-steroid");
            case SURGERY ->
                List.of(
                        "recent-surgery",
                        "spine-surgery",
                        "false-joint",
                        "pacemaker-or-defibrillator",
                        "other-powered-device",
                        "port-shunt-fistula",
                        "body-implants",
                        "filler-or-botulinum");
            case SKIN ->
                List.of("skin-trouble-here", "eczema-psoriasis", "hurt-here-lately", "veins-or-vessel-disease");
            case ILLNESS ->
                List.of(
                        "weak-immune-system",
                        "diabetes",
                        "diabetes-steroid",
                        "numb-areas",
                        "epilepsy-or-fits",
                        "tumour-here",
                        "radiotherapy",
                        "lymphoedema",
                        "lymph-nodes-removed",
                        "long-fatigue",
                        "frail");
        };
    }
}
