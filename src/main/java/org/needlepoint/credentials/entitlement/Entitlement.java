package org.needlepoint.credentials.entitlement;

import java.util.List;
import java.util.stream.Stream;

/// Whether somebody may needle in a place on a day, with what explains it.
public sealed interface Entitlement {
    /// Where it was asked for.
    Jurisdiction jurisdiction();

    /// They may.
    ///
    /// @param rule    that permits it
    /// @param notices what they should know
    record Entitled(PracticeRule rule, List<Notice> notices) implements Entitlement {
        public Entitled {
            notices = List.copyOf(notices);
        }

        @Override
        public Jurisdiction jurisdiction() {
            return rule.jurisdiction();
        }

        /// Whether it is so only while a supervisor is in the room.
        public boolean underSupervision() {
            return notices.stream().anyMatch(Notice.UnderSupervision.class::isInstance);
        }
    }

    /// They may not.
    ///
    /// @param shortfalls everything that is missing, at least one
    record NotEntitled(Jurisdiction jurisdiction, List<Shortfall> shortfalls) implements Entitlement {
        public NotEntitled {
            shortfalls = List.copyOf(shortfalls);
            if (shortfalls.isEmpty()) {
                throw new IllegalArgumentException("who is not entitled is told why");
            }
        }

        /// The same, and one thing more that is missing.
        public NotEntitled and(Shortfall more) {
            return new NotEntitled(
                    jurisdiction,
                    Stream.concat(shortfalls.stream(), Stream.of(more)).toList());
        }
    }

    /// Whether they may needle muscles of a region.
    default boolean covers(String region) {
        return switch (this) {
            case Entitled(var rule, var _) -> rule.requirements().reaches(region);
            case NotEntitled _ -> false;
        };
    }
}
