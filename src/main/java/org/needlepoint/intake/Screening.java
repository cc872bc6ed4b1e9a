package org.needlepoint.intake;

import java.util.List;

/// What the answers say about needling: the worst of them names the case, the reasons name them all, the worst first.
public sealed interface Screening {
    /// Nothing was reported. That is not a clearance: the practitioner decides.
    record NothingReported() implements Screening {}

    /// Something for the practitioner to weigh.
    record Weigh(List<Reason> reasons) implements Screening {
        public Weigh {
            reasons = List.copyOf(reasons);
        }
    }

    /// No needles in some region; of one muscle: not in this one.
    record StopInRegion(List<Reason> reasons) implements Screening {
        public StopInRegion {
            reasons = List.copyOf(reasons);
        }
    }

    /// No needles at this visit. The visit itself goes on (rule C5).
    record Stop(List<Reason> reasons) implements Screening {
        public Stop {
            reasons = List.copyOf(reasons);
        }
    }

    /// Every reason, the worst first.
    default List<Reason> because() {
        return switch (this) {
            case NothingReported _ -> List.of();
            case Weigh(var reasons) -> reasons;
            case StopInRegion(var reasons) -> reasons;
            case Stop(var reasons) -> reasons;
        };
    }
}
