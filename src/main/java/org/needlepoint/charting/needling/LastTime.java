package org.needlepoint.charting.needling;

import java.time.Instant;
import java.util.List;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.MapPoint;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.Laterality;

/// What was needled last time, for one line.
///
/// @param muscles in the order in which they were first needled
public record LastTime(SessionId session, AppointmentId visit, Instant at, List<Needled> muscles) {
    /// A muscle on one side.
    ///
    /// @param needles  how many went in, 1 or more
    /// @param twitched whether any of them made it twitch
    /// @param last     the settings of the last of them
    /// @param points   where on the body map, of those that were marked there, each once
    public record Needled(
            String muscle,
            Laterality side,
            int needles,
            boolean twitched,
            boolean familiarPain,
            Placement last,
            List<MapPoint> points) {
        public Needled {
            points = List.copyOf(points);
        }
    }

    public LastTime {
        muscles = List.copyOf(muscles);
    }
}
