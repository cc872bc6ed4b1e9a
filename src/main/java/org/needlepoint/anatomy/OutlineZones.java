package org.needlepoint.anatomy;

import java.util.List;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;

/// Which zones a freehand shape stands for.
public final class OutlineZones {

    /// What a shape turned out to be.
    public sealed interface Reading {
        /// It lies on the body.
        ///
        /// @param zones marks of the zones it counts for, at least one
        record Covered(List<Mark> zones) implements Reading {
            public Covered {
                zones = List.copyOf(zones);
            }
        }

        /// There is no body under it.
        record OffTheBody() implements Reading {}

        /// There is no such view.
        record UnknownView() implements Reading {}
    }

    /// The edition of the map.
    public String version() {
        return "1";
    }

    /// The zones of a shape, as it feels there.
    public Reading read(Outline outline) {
        return outline.view().isBlank() ? new Reading.UnknownView() : new Reading.Covered(List.of());
    }
}
