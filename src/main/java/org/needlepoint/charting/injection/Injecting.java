package org.needlepoint.charting.injection;

import java.util.Set;

/// What became of a request to give or record an injection.
public sealed interface Injecting {
    /// In the record.
    record Recorded(InjectionId id) implements Injecting {}

    /// Refused: this stands against it. Once it has been given it can be recorded all the same, with a reason.
    record Refused(Set<Obstacle> because) implements Injecting {
        public Refused {
            because = Set.copyOf(because);
        }
    }

    /// Nothing is recorded yet: the practitioner confirms these first.
    record Asks(Set<Doubt> about) implements Injecting {
        public Asks {
            about = Set.copyOf(about);
        }
    }

    /// Refused: what stood against it was passed over, and nobody said why.
    record ReasonMissing(Set<Obstacle> because) implements Injecting {
        public ReasonMissing {
            because = Set.copyOf(because);
        }
    }

    /// Refused: the patient has not arrived, or the time lies ahead.
    record NotNow() implements Injecting {}
}
