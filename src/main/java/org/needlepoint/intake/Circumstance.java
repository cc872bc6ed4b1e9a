package org.needlepoint.intake;

import java.time.Instant;
import java.util.Locale;

/// How a consent came about (rule W6). Each is recorded when somebody knows it, and only added to: the latest of a kind
/// counts.
public sealed interface Circumstance {
    /// Characters of a name.
    int LONGEST_NAME = 200;

    /// Somebody interpreted.
    ///
    /// @param nameOrId of the interpreter, or the number that a telephone service gave
    record Interpreter(String nameOrId, String language) implements Circumstance {}

    /// The patient said in their own words what was agreed.
    record SaidBack() implements Circumstance {}

    /// Somebody saw it; nobody has to.
    record Witness(String name) implements Circumstance {}

    /// Somebody signed for a minor.
    ///
    /// @param remote whether they were elsewhere
    record Guardian(String name, Authority authority, boolean remote) implements Circumstance {}

    /// How the practice knows who the guardian is.
    record Identified(Means means) implements Circumstance {}

    /// What the minor said to it.
    record Assent(Answer answer) implements Circumstance {}

    /// A circumstance on record.
    record Recorded(Circumstance what, Instant at, Asked asked) {}

    /// By what somebody may agree for a minor.
    enum Authority {
        PARENT,
        GUARDIAN,
        COURT,
        OTHER;

        /// As stored: `parent`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How a guardian was identified: of a document its kind, never its number.
    enum Means {
        PASSPORT,
        IDENTITY_CARD,
        DRIVING_LICENCE,
        /// Another one, with a photograph.
        DOCUMENT,
        KNOWN,
        PHONE;

        /// As stored: `identity-card`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What a minor can say.
    enum Answer {
        YES,
        NO,
        TOO_YOUNG;

        /// As stored: `too-young`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
