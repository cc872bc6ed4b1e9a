package org.needlepoint.scheduling;

import java.time.LocalTime;
import java.util.List;

/// What became of placing a visit.
public sealed interface Placement {
    /// It stands there now.
    record Placed(Appointment appointment) implements Placement {}

    /// Refused: the time is taken, by each of these.
    record InTheWay(List<Obstacle> obstacles) implements Placement {
        /// Whether only the practitioner's time stands in the way, which may be shared on purpose.
        public boolean mayOverlap() {
            return obstacles.stream().allMatch(each -> each.kind() == Obstacle.Kind.PRACTITIONER);
        }
    }

    /// Refused: the practitioner does not work there then; on that day they do from and to these local times.
    record OutsideHours(List<Hours> hours) implements Placement {
        /// Local times.
        public record Hours(LocalTime opens, LocalTime closes) {}
    }

    /// Refused: no such service, practitioner, location, room, equipment or patient here, or no such time.
    ///
    /// @param field `service`, `practitioner`, `location`, `room`, `equipment`, `patient` or `start`
    record NotOffered(String field) implements Placement {}

    /// Refused: from how it stands now a visit is not moved.
    record NotMovable(Appointment appointment) implements Placement {}

    /// Refused: somebody changed the visit meanwhile; this is how it stands now.
    record ChangedMeanwhile(Appointment now) implements Placement {}
}
