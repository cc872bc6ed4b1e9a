package org.needlepoint.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.anatomy.Lesson;

/// What a consent is to. Each has a text, a signature and a withdrawal of its own, and none stands in for the other.
public enum ConsentTo {
    /// Dry needles, with or without electrical current.
    NEEDLING("consent", ContentSet.CONSENT, Lesson.Part.CONSENT),
    /// A drug through a hollow needle.
    INJECTION("injection-consent", ContentSet.INJECTION, Lesson.Part.INJECTION);

    private final String document;
    private final ContentSet text;
    private final Lesson.Part signed;

    ConsentTo(String document, ContentSet text, Lesson.Part signed) {
        this.document = document;
        this.text = text;
        this.signed = signed;
    }

    /// What the use of a technique needs.
    public static ConsentTo of(Technique technique) {
        return technique == Technique.INJECTION ? INJECTION : NEEDLING;
    }

    /// What somebody sent the code of; empty when there is none.
    public static Optional<ConsentTo> ofCode(String code) {
        return Arrays.stream(values()).filter(to -> to.code().equals(code)).findFirst();
    }

    /// As stored: `needling`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The content that a clinician of the practice signs before patients see the text.
    public ContentSet text() {
        return text;
    }

    /// What it can be given for, first what it is always given for.
    public List<Technique> techniques() {
        return switch (this) {
            case NEEDLING -> List.of(Technique.DRY_NEEDLING, Technique.ELECTRICAL_STIMULATION);
            case INJECTION -> List.of(Technique.INJECTION);
        };
    }

    /// Whether all of these are its own.
    boolean isOnlyFor(Collection<Technique> named) {
        return techniques().containsAll(named);
    }

    /// The kind of its signed document, and its name in the trail: `injection-consent`.
    public String document() {
        return document;
    }

    /// The lessons that stand in what is signed.
    Lesson.Part signed() {
        return signed;
    }

    /// The lessons whose figures stand in what is signed.
    List<Lesson.Part> counted() {
        return switch (this) {
            case NEEDLING -> List.of(Lesson.Part.EDUCATION, Lesson.Part.CONSENT);
            case INJECTION -> List.of(Lesson.Part.INJECTION);
        };
    }
}
