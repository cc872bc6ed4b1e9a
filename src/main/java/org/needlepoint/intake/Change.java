package org.needlepoint.intake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.needlepoint.anatomy.ScreeningQuestion;

/// What can have changed between two visits, as patients are asked about it (rule W4). Each opens the questions that it
/// can touch, and only those.
public enum Change {
    MEDICINES,
    ILLNESS,
    PREGNANCY,
    IMPLANT,
    SURGERY,
    REACTION;

    /// As stored: `medicines`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The change of a stored code.
    ///
    /// @throws IllegalArgumentException when there is none of that code
    public static Change of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// The change of a code that somebody sent; empty when there is none.
    public static Optional<Change> ofCode(String code) {
        return Arrays.stream(values())
                .filter(change -> change.code().equals(code))
                .findFirst();
    }

    /// The changes that can touch a question. One that nobody named is touched by an illness, so that none is left out.
    static Set<Change> touching(ScreeningQuestion question) {
        var touching = named(question);
        return touching.isEmpty() ? Set.of(ILLNESS) : touching;
    }

    /// The changes that name the question.
    static Set<Change> named(ScreeningQuestion question) {
        var named = EnumSet.noneOf(Change.class);
        for (var change : values()) {
            if (change.questions().contains(question.id())) {
                named.add(change);
            }
        }
        return named;
    }

    /// Ids of the questions that the change names.
    Set<String> questions() {
        return switch (this) {
            case MEDICINES ->
                Set.of("anticoagulant", "antiplatelet", "warfarin-check-odd", "weak-immune-system", "recent-steroids");
            case ILLNESS ->
                Set.of(
                        "past-lung-collapse",
                        "lung-disease",
                        "heart-valve",
                        "weak-immune-system",
                        "tumour-here",
                        "radiotherapy",
                        "lymphoedema",
                        "lymph-nodes-removed",
                        "antiseptic-allergy",
                        "diabetes-steroid");
            case PREGNANCY ->
                Set.of(
                        "pregnant-first-trimester",
                        "pregnant-later",
                        "pregnant-new-to-needles",
                        "pregnant-injection",
                        "breastfeeding-steroid");
            case IMPLANT ->
                Set.of(
                        "pacemaker-or-defibrillator",
                        "other-powered-device",
                        "port-shunt-fistula",
                        "body-implants",
                        "false-joint",
                        "heart-valve",
                        "filler-or-botulinum");
            case SURGERY ->
                Set.of(
                        "recent-surgery",
                        "spine-surgery",
                        "false-joint",
                        "heart-valve",
                        "body-implants",
                        "port-shunt-fistula",
                        "past-lung-collapse",
                        "lung-disease",
                        "tumour-here",
                        "radiotherapy",
                        "lymphoedema",
                        "lymph-nodes-removed");
            case REACTION ->
                Set.of(
                        "trouble-since-last-visit",
                        "bad-reaction-before",
                        "needle-fear",
                        "past-lung-collapse",
                        "antiseptic-allergy",
                        "epilepsy-or-fits");
        };
    }
}
